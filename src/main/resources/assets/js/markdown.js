// A small tool bar for fields that are typed as Markdown, and a look at what becomes of it. Hidden without this script.
import { ask } from './server.js';
import { toast } from './toasts.js';

const form = () => document.getElementById('composer');
const field = () => [...form()?.querySelectorAll('textarea') ?? []].find(area => area.offsetParent !== null || area.dataset.looking !== undefined);

for (const tools of document.querySelectorAll('[data-tools]')) tools.hidden = false;

function put(area, from, to, text, select) {
  area.focus();
  area.setRangeText(text, from, to, 'end');
  if (select) area.setSelectionRange(from + select[0], from + select[1]);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

function wrap(area, mark) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const words = value.slice(from, to);
  put(area, from, to, mark + words + mark, [mark.length, mark.length + words.length]);
}

function begin(area, mark) {
  const { selectionStart, selectionEnd: to, value } = area;
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const text = value.slice(from, to).split('\n').map(line => mark + line).join('\n');
  put(area, from, to, text);
}

function link(area) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const words = value.slice(from, to);
  put(area, from, to, `[${words}](https://)`, [words.length + 3, words.length + 11]);
}

/** Shows the text as it will look, or the field again. */
export async function preview(on) {
  const button = form()?.querySelector('[data-previews]');
  const place = form()?.querySelector('[data-preview]');
  if (!button || (place.hidden && !on)) return;
  button.dataset.reads ??= button.textContent;
  if (on) {
    const area = field();
    try {
      place.innerHTML = await ask('POST', '/tickets/preview', { text: area.value });
    } catch {
      toast(document.body.dataset.lost, { bad: true });
      return;
    }
    area.dataset.looking = '';
  } else {
    for (const area of form().querySelectorAll('[data-looking]')) delete area.dataset.looking;
  }
  place.hidden = !on;
  form().toggleAttribute('data-previewing', on);
  button.setAttribute('aria-pressed', String(on));
  button.textContent = on ? button.dataset.writes : button.dataset.reads;
}

document.addEventListener('click', event => {
  const tool = event.target.closest('[data-tools] button');
  if (!tool) return;
  if ('previews' in tool.dataset) { preview(tool.getAttribute('aria-pressed') !== 'true'); return; }
  const area = field();
  if (!area) return;
  if ('wraps' in tool.dataset) wrap(area, tool.dataset.wraps);
  else if ('begins' in tool.dataset) begin(area, tool.dataset.begins);
  else link(area);
});
