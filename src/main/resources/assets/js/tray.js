// The left column: rows that keep their place while they change, and which of them is open.
import { ask } from './server.js';
import { count } from './counts.js';
import { dress } from './times.js';
import { thread } from './log.js';

const DEBOUNCE = 150;
const list = () => document.getElementById('list');
export const rows = () => [...list().querySelectorAll('.row-card')];
export const trayName = () => document.getElementById('tray').dataset.tray;

/** The space that this page alone is about. */
const asked = () => document.querySelector('#tray [name="space"]')?.value;

function query(more = {}) {
  const values = new URLSearchParams(new FormData(document.getElementById('find')));
  for (const [name, value] of Object.entries(more)) value === null ? values.delete(name) : values.set(name, value);
  const open = thread()?.dataset.id;
  if (open) values.set('open', open);
  return values;
}

/** What a line says, without what is written here: its time in words, and whether it is open. */
function said(line) {
  const copy = line.cloneNode(true);
  for (const time of copy.querySelectorAll('time')) { time.textContent = ''; time.removeAttribute('title'); }
  copy.querySelector('.row-card')?.removeAttribute('aria-current');
  return copy.outerHTML;
}

/** Takes over a fresh list. A line that says the same is not touched: a click on it that has begun is not lost, nor the focus. */
function merge(html) {
  const part = document.createElement('template');
  part.innerHTML = html;
  const place = list();
  const top = place.scrollTop;
  const focused = document.activeElement?.closest?.('#list .row-card')?.id;
  const key = line => line.querySelector('.row-card')?.id;
  const before = new Map([...place.children].map(line => [key(line), line]));
  const shown = new Set();
  let at = place.firstElementChild;
  for (const line of [...part.content.children]) {
    const old = key(line) && before.get(key(line));
    const one = old && said(old) === said(line) ? old : line;
    if (one === at) at = at.nextElementSibling;
    else place.insertBefore(one, at);
    shown.add(one);
  }
  for (const line of [...place.children]) if (!shown.has(line)) line.remove();
  dress(place);
  place.scrollTop = top;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function fetchList() {
  const shown = rows().length;
  const values = query({ size: Math.min(100, shown) });
  const tray = trayName();
  const html = await ask('GET', '/console/list?' + values);
  if (trayName() === tray) merge(html);
}

let timer = null;
/** Looks at list and counters again, soon. */
export function refresh() {
  timer ??= setTimeout(() => {
    timer = null;
    fetchList().catch(() => { /* the stream says when the server is back */ });
    count(asked() ?? '');
  }, DEBOUNCE);
}

export function mark(id) {
  for (const row of rows()) row.dataset.id === id ? row.setAttribute('aria-current', 'true') : row.removeAttribute('aria-current');
}

/** Shows another tray. */
export async function go(tray, { team = false, clear = false } = {}) {
  const more = { tray, team: team ? '1' : null };
  if (clear) {
    document.getElementById('search').value = '';
    more.q = '';
  }
  const html = await ask('GET', '/console?' + query(more), null, { headers: { 'HX-Request': 'true', 'HX-Target': 'tray' } });
  const part = document.createElement('template');
  part.innerHTML = html;
  document.getElementById('tray').replaceWith(part.content);
  dress(document.getElementById('tray'));
  place();
}

/** The address says what a reload would show. */
export function place() {
  const open = thread()?.dataset.id;
  const values = new URLSearchParams({ tray: trayName() });
  if (document.querySelector('#tray [name="team"]')) values.set('team', '1');
  if (asked()) values.set('space', asked());
  history.replaceState(history.state, '', (open ? '/console/conversations/' + open : '/console') + '?' + values);
}

async function more(link) {
  const item = link.closest('li');
  const html = await ask('GET', '/console/list?' + query({ after: link.dataset.more }));
  const part = document.createElement('template');
  part.innerHTML = html;
  const first = part.content.querySelector('.row-card')?.id;
  item.replaceWith(part.content);
  dress(list());
  if (first) document.getElementById(first)?.focus();
}

const plain = event => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
document.addEventListener('click', event => {
  if (!plain(event) || event.button) return;
  const link = event.target.closest('[data-goes], [data-more], [data-clears]');
  if (!link) return;
  event.preventDefault();
  if (link.dataset.more) more(link);
  else if ('clears' in link.dataset) go(trayName(), { clear: true }).then(() => document.getElementById('search').focus());
  else go(link.dataset.goes, { team: 'team' in link.dataset }).then(() => focusTab(link));
});

function focusTab(link) {
  const team = 'team' in link.dataset ? '[data-team]' : '';
  document.querySelector(`#tray .tabs [data-goes="${link.dataset.goes}"]${team}`)?.focus({ preventScroll: true });
}
