// Menus made of <details>: Esc closes and goes back to what opened them, arrows walk, and only one is open.
const items = menu => [...menu.querySelectorAll('.pop :is(a, button, input, select)')].filter(item => item.offsetParent !== null);

document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!menu.matches?.('details.menu') || !menu.open) return;
  for (const other of document.querySelectorAll('details.menu[open]')) if (other !== menu && !other.contains(menu)) other.open = false;
}, true);

document.addEventListener('keydown', event => {
  const menu = document.querySelector('details.menu[open]');
  if (!menu) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary').focus();
    return;
  }
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !menu.contains(event.target) || event.target.matches('input, select, textarea')) return;
  const all = items(menu);
  if (!all.length) return;
  event.preventDefault();
  event.stopPropagation();
  const at = all.indexOf(event.target);
  const to = event.key === 'ArrowDown' ? at + 1 : at < 0 ? all.length - 1 : at - 1;
  (all[to] ?? (to < 0 ? menu.querySelector('summary') : all[0])).focus();
}, true);

// From anywhere outside of a field: C and a letter makes something, G and a letter goes somewhere.
const WAIT = 1_500;
let first = null;
let since = 0;
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]')) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : '';
  if (first && Date.now() - since < WAIT && key) {
    const link = document.querySelector(first === 'c' ? `.rail [data-makes="${CSS.escape(key)}"]` : `.rail [data-leads="${CSS.escape(key)}"]`);
    const own = first === 'g' && document.getElementById('console') && 'ipc'.includes(key); // the console's own trays
    first = null;
    if (!link || own) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign(link.href);
    return;
  }
  first = key === 'c' || key === 'g' ? key : null;
  since = Date.now();
}, true);
