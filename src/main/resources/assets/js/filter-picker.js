// Filters by somebody: offers whom one may mean while one types, and applies the filter when one is chosen. Without it the
// form brings what was typed, and the page asks back.
import { ask } from './server.js';

const PAUSE = 180;
const form = document.getElementById('filters');

function pick(field) {
  const id = form.elements[field.dataset.suggest];
  const list = document.getElementById(field.getAttribute('aria-controls'));
  const options = () => [...list.querySelectorAll('[role="option"]')];
  let timer = null;
  let turn = 0;

  const show = on => {
    list.hidden = !on;
    field.setAttribute('aria-expanded', String(on));
  };
  const choose = option => {
    id.value = option.dataset.pick;
    field.value = option.dataset.name;
    show(false);
    form.requestSubmit();
  };
  const find = async () => {
    const asked = ++turn;
    const q = field.value.trim();
    if (!q) return show(false);
    const space = form.elements.space?.value ?? '';
    const html = await ask('GET', '/tickets/filter-choices?' + new URLSearchParams({ kind: field.name, space, q })).catch(() => '');
    if (asked !== turn || document.activeElement !== field) return;
    list.innerHTML = html;
    show(html.trim() !== '');
  };

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  show(false);
  field.addEventListener('input', () => {
    id.value = '';
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  field.addEventListener('search', () => { if (!field.value && id.defaultValue) form.requestSubmit(); });
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !list.hidden && options().length) { event.preventDefault(); choose(options()[0]); }
    if (event.key === 'ArrowDown' && !list.hidden) { event.preventDefault(); options()[0]?.focus(); }
    if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); event.stopPropagation(); show(false); }
  });
  list.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]');
    if (option) choose(option);
  });
  list.addEventListener('keydown', event => {
    const at = options().indexOf(document.activeElement);
    if (event.key === 'Escape') { event.stopPropagation(); show(false); field.focus(); }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    (options()[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? field).focus();
  });
  document.addEventListener('click', event => { if (!event.target.closest('.lookup')) show(false); });
}

for (const field of form?.querySelectorAll('[data-suggest]') ?? []) pick(field);
