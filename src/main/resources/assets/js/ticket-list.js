// The list of tickets: moves by keys, remembers what is ticked while rows change under it, and hears what happens.
import { follow } from './stream.js';
import { ask } from './server.js';
import { dress } from './times.js';
import { due, markDue } from './ticket-due.js';
import './filter-picker.js';

const page = document.getElementById('ticket-list');
const sheet = document.getElementById('keys');
const KINDS = ['ticket-new', 'ticket-reply', 'ticket-note', 'ticket-state', 'ticket-change', 'ticket-due'];
const DEBOUNCE = 400;
const rows = () => [...document.querySelectorAll('#rows tbody tr')];
const ticks = () => [...document.querySelectorAll('#rows tbody .tick input')];
const link = row => row?.querySelector('.what a');
const current = () => rows().find(row => row.contains(document.activeElement));
let last = null;

// ── What is ticked ──────────────────────────────────────────────────────────────────────────────────────────────────
function chosen() {
  const bulk = document.getElementById('bulk');
  if (!bulk) return;
  const all = ticks();
  const n = all.filter(tick => tick.checked).length;
  bulk.hidden = n === 0;
  bulk.querySelector('.chosen').textContent = n ? page.dataset.saysSelected.replace('%', n) : '';
  const head = document.querySelector('#rows [data-all]');
  head.checked = n > 0 && n === all.length;
  head.indeterminate = n > 0 && n < all.length;
}

function tick(row, range) {
  const box = row?.querySelector('.tick input');
  if (!box) return;
  const all = rows();
  box.checked = range ? true : !box.checked;
  if (range && last) {
    const [from, to] = [all.findIndex(one => one.id === last), all.indexOf(row)].sort((a, b) => a - b);
    if (from >= 0) all.slice(from, to + 1).forEach(one => { one.querySelector('.tick input').checked = true; });
  }
  last = row.id;
  chosen();
}

document.addEventListener('change', event => {
  if (event.target.matches('#rows [data-all]')) for (const one of ticks()) one.checked = event.target.checked;
  if (event.target.closest('#rows .tick')) {
    last = event.target.closest('tr')?.id ?? last;
    chosen();
  }
  if (event.target.matches('#filters select')) event.target.form.requestSubmit();
});
document.addEventListener('click', event => {
  const box = event.target.closest('#rows tbody .tick input');
  if (box && event.shiftKey && last) { box.checked = false; tick(box.closest('tr'), true); box.checked = true; }
});

// What says nothing does not stand in the address.
document.getElementById('filters').addEventListener('submit', event => {
  const form = event.target;
  const boxes = [...form.querySelectorAll('[name="columns"]')];
  const usual = boxes.every(box => box.checked === box.defaultChecked) && !new URLSearchParams(location.search).has('columns');
  // What was chosen says it; what was only typed is for the server to find out.
  for (const typed of form.querySelectorAll('[data-suggest]')) if (form.elements[typed.dataset.suggest].value) typed.disabled = true;
  for (const field of form.elements) if (field.name && (field.value === '' || (field.name === 'columns' && usual) || (field.name === 'list' && field.value === 'open'))) field.disabled = true;
});
addEventListener('pageshow', () => { for (const field of document.getElementById('filters').elements) field.disabled = false; });

// ── What happens meanwhile ──────────────────────────────────────────────────────────────────────────────────────────
async function refresh() {
  const before = document.getElementById('rows');
  if (before.querySelector('#bulk :focus')) return soon();
  const address = new URLSearchParams(location.search);
  for (const name of ['done', 'undo', 'undone']) address.delete(name);
  address.set('part', '1');
  address.set('size', Math.max(50, rows().length));
  const holder = document.createElement('template');
  holder.innerHTML = await ask('GET', '/tickets?' + address);
  const after = holder.content.querySelector('#rows');
  if (!after || document.getElementById('rows') !== before) return;
  // Somebody went there meanwhile.
  if (before.querySelector('#bulk :focus')) return soon();
  const marked = new Set(ticks().filter(one => one.checked).map(one => one.value));
  const focus = current()?.id;
  const where = document.activeElement?.name;
  const bulk = before.querySelector('#bulk');
  for (const box of after.querySelectorAll('tbody .tick input')) box.checked = marked.has(box.value);
  const again = after.querySelector('#bulk');
  if (bulk && again) again.replaceWith(bulk);
  before.replaceWith(after);
  dress(after);
  markDue();
  chosen();
  if (focus) (where === 'ticket' ? document.getElementById(focus)?.querySelector('.tick input') : link(document.getElementById(focus)))?.focus({ preventScroll: true });
}

let timer = null;
function soon() {
  timer ??= setTimeout(() => {
    timer = null;
    refresh().catch(() => { /* the stream says when the server is back */ });
  }, DEBOUNCE);
}

// ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────
function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  link(all[Math.max(0, Math.min(all.length - 1, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))])?.focus();
}
const MAP = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  x: event => tick(current(), event.shiftKey), o: () => link(current())?.click(),
  b: () => document.querySelector('#bulk:not([hidden]) select')?.focus(),
  '/': () => document.querySelector('#filters select')?.focus(),
  z: () => document.querySelector('[data-undo]')?.click(),
  '?': () => sheet.showModal(),
};
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') {
    if (event.target.closest?.('#bulk, #filters')) (link(rows()[0]) ?? page).focus();
    else { for (const one of ticks()) one.checked = false; chosen(); }
    return;
  }
  const box = event.target.matches?.('input[type="checkbox"]');
  if (event.target.matches?.('input, textarea, select, [contenteditable]') && !box) return;
  const act = MAP[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act(event);
});

chosen();
follow('/tickets/stream', KINDS, (kind, data) => kind === 'ticket-due' ? due(data) : soon(), soon);
