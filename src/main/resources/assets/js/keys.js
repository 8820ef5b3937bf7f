// The keyboard map. Single keys work outside of fields; the sheet that lists them opens with `?`.
import { go, rows, trayName } from './tray.js';
import { choose } from './composer.js';

const TRAYS = { i: 'inbox', p: 'in-progress', c: 'closed' };
const typing = target => target.matches?.('input, textarea, select, [contenteditable]');
const act = name => document.querySelector(`.thread [data-act="${name}"] button`)?.click();
let going = 0;

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const from = at >= 0 ? at : all.findIndex(row => row.hasAttribute('aria-current')) - (by > 0 ? 0 : 0);
  all[Math.max(0, Math.min(all.length - 1, from + by))].focus();
}

export function keys(back) {
  const sheet = document.getElementById('keys');
  const search = document.getElementById('search');
  const map = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    t: () => act('take'), e: () => act('close'), u: () => act('release'),
    r: () => choose('REPLY'), n: () => choose('NOTE'),
    '/': () => search.focus(), '?': () => sheet.showModal(),
    g: () => { going = Date.now(); },
  };

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      const menu = document.querySelector('details.menu[open]');
      if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
      else if (typing(event.target)) event.target.blur();
      else back();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') || typing(event.target)) return;
    if (event.key.startsWith('Arrow') && event.target.closest('.log, .menu')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (Date.now() - going < 1_500 && TRAYS[key]) {
      going = 0;
      event.preventDefault();
      go(TRAYS[key]).then(() => (rows()[0] ?? document.querySelector(`#tray [data-goes="${trayName()}"]`))?.focus());
      return;
    }
    const making = /^[a-z]$/.test(key) ? document.querySelector(`.thread [data-key="${key}"]`) : null;
    if (!map[key] && !making) return;
    event.preventDefault();
    if (map[key]) map[key]();
    else making.click();
  });
}
