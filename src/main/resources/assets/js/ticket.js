// The page of a ticket: hears the stream, keeps what was said and the right column true, sends what is written.
import { ask, Problem } from './server.js';
import { dress } from './times.js';
import { toast, untoast } from './toasts.js';
import { beep } from './sound.js';
import { present, tell } from './ticket-presence.js';
import { notify } from './notices.js';
import { follow } from './stream.js';
import { due } from './ticket-due.js';
import { choose, guard, noted } from './ticket-composer.js';
import './uploads.js';

const page = document.getElementById('ticket');
const { ticket: id, path } = page.dataset;
const says = page.dataset;
const column = document.querySelector('aside.facts');
const entries = document.querySelector('[data-entries]');
const said = document.getElementById('said');
const NEAR = 160;
const main = document.getElementById('content');

const lines = () => [...entries.querySelectorAll('[data-seq]')];
export const lastSeq = () => Number(lines().at(-1)?.dataset.seq ?? 0);
const nearEnd = () => main.scrollHeight - main.scrollTop - main.clientHeight < NEAR + (document.querySelector('.write')?.offsetHeight ?? 0);

// ── What was said ───────────────────────────────────────────────────────────────────────────────────────────────────
export function append(html, toEnd = false) {
  const follows = toEnd || nearEnd();
  const part = document.createElement('template');
  part.innerHTML = html;
  const fresh = [...part.content.querySelectorAll('[data-seq]')].filter(line => !document.getElementById(line.id));
  for (const line of fresh) {
    entries.append(line);
    dress(line);
  }
  if (fresh.length && follows) fresh.at(-1).scrollIntoView({ block: 'nearest' });
  return fresh;
}

let catching = null;
export function catchUp() {
  catching ??= ask('GET', `/tickets/${id}/entries?after=${lastSeq()}`).then(html => append(html)).finally(() => { catching = null; });
  return catching;
}

async function shownHere() {
  const fresh = await catchUp().catch(() => []);
  const theirs = fresh.filter(line => 'shared' in line.dataset && !('own' in line.dataset)).at(-1);
  if (theirs) said.textContent = says.saysNew.replace('%', theirs.dataset.author) + ': ' + (theirs.querySelector('.rich')?.textContent ?? '').slice(0, 200);
}

// ── The right column ────────────────────────────────────────────────────────────────────────────────────────────────
const form = () => column.querySelector('[data-facts]');
let clean = '';
const snapshot = () => form() ? new URLSearchParams(new FormData(form())).toString() : '';
const dirty = () => snapshot() !== clean;

function showFacts(html) {
  const before = document.activeElement?.id;
  const part = document.createElement('template');
  part.innerHTML = html;
  column.querySelector('#facts').replaceWith(part.content);
  settled();
  if (before?.startsWith('f-')) document.getElementById(before)?.focus();
}

function settled() {
  dress(column);
  clean = snapshot();
  saves();
  const state = form()?.elements.state;
  const shown = document.querySelector('.head [data-state]');
  if (state?.selectedOptions[0] && shown) {
    shown.textContent = state.selectedOptions[0].textContent;
    shown.className = 'state cat-' + state.value.split(':')[0].toUpperCase().replace('-', '_');
  }
  const subject = form()?.elements.subject;
  if (subject) document.querySelector('[data-subject]').textContent = subject.value;
  const undo = column.querySelector('[data-undoes]');
  if (undo) offerUndo(undo);
}

let wayBack = null; // { action, values }
/** The way back is said where it is seen; it stays when the column is drawn anew. */
function offerUndo(notice) {
  wayBack = { action: notice.action, values: new URLSearchParams(new FormData(notice)) };
  notice.remove();
  toast(says.saysChanged, { key: 'undo' });
  const line = document.querySelector('#toasts [data-key="undo"] span');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = says.saysUndo;
  button.dataset.takesBack = '';
  line?.after(button);
}

async function takeBack() {
  if (!wayBack) return;
  const { action, values } = wayBack;
  wayBack = null;
  untoast('undo');
  const answer = await fetch(action, { method: 'POST', body: values, redirect: 'manual' }).catch(() => null);
  if (!answer) toast(document.body.dataset.lost, { bad: true });
  look();
  catchUp();
}

const saves = () => { const button = column.querySelector('[data-saves]'); if (button) button.hidden = !dirty(); };

let looking = null;
/** Somebody changed it: shows how it is now, unless something is being typed there. */
function look() {
  looking ??= setTimeout(async () => {
    looking = null;
    if (dirty()) return toast(says.saysStale, { key: 'stale' });
    try { showFacts(await ask('GET', `/tickets/${id}/facts`)); } catch (problem) { if (problem.status === 404) location.reload(); }
  }, 200);
}

async function post(action, values) {
  column.setAttribute('aria-busy', 'true');
  try {
    showFacts(await ask('POST', action, values));
    catchUp();
  } catch (problem) {
    if (problem instanceof Problem && problem.html) {
      showFacts(problem.html);
      column.querySelector('.notice.bad')?.focus();
    } else toast((problem instanceof Problem && problem.message) || document.body.dataset.lost, { bad: true });
  } finally {
    column.removeAttribute('aria-busy');
  }
}

document.addEventListener('submit', event => {
  if (!event.target.matches('[data-facts], [data-part]')) return;
  event.preventDefault();
  const values = new URLSearchParams(new FormData(event.target, event.submitter?.form === event.target ? event.submitter : null));
  post(event.target.getAttribute('action'), values);
});
column.addEventListener('change', event => { if (event.target.matches('[data-now]')) form().requestSubmit(); });
column.addEventListener('input', saves);
document.addEventListener('click', event => {
  if (event.target.closest('[data-takes-back]')) takeBack();
  if (event.target.closest('[data-shows-facts]')) { event.preventDefault(); page.toggleAttribute('data-facts-open', true); column.querySelector('.close').focus(); }
  if (event.target.closest('[data-hides-facts]')) { page.removeAttribute('data-facts-open'); document.querySelector('[data-shows-facts]').focus(); }
  if (event.target.closest('[data-reads]')) { guard(''); noted(lastSeq()); lines().filter(line => 'shared' in line.dataset).at(-1)?.scrollIntoView({ block: 'center' }); }
});
column.querySelector('.close').hidden = false;

// ── The stream ──────────────────────────────────────────────────────────────────────────────────────────────────────
const KINDS = ['ticket-new', 'ticket-reply', 'ticket-note', 'ticket-state', 'ticket-change', 'ticket-presence', 'ticket-due'];
follow('/tickets/stream', KINDS, (kind, data) => {
  if (kind === 'ticket-due') return due(data);
  const here = data.ticket === id;
  if (kind === 'ticket-presence') { if (here && !data.own) present(data); return; }
  if (kind === 'ticket-reply' && data.by === 'CONTACT') {
    if (data.mine) notify('REPLY_IN_MINE', '/tickets/' + data.ticket);
    if (document.hidden && (here || data.mine) && 'sound' in says) beep();
  }
  if (kind === 'ticket-change' && data.what?.includes('assignee') && data.mine && !data.own) notify('HANDED_TO_ME', '/tickets/' + data.ticket);
  if (!here) return;
  if (kind === 'ticket-change' || kind === 'ticket-state') look();
  shownHere();
}, () => { tell(); shownHere(); if (!dirty()) look(); });

// ── The keyboard ────────────────────────────────────────────────────────────────────────────────────────────────────
const typing = target => target.matches?.('input, textarea, select, [contenteditable]');
const sheet = document.getElementById('keys');
const KEYS = {
  r: () => choose('REPLY'), n: () => choose('NOTE'), t: () => column.querySelector('[data-take]')?.click(),
  e: () => solve(), f: () => column.querySelector('[data-follow]')?.click(), z: () => takeBack(), '?': () => sheet.showModal(),
};

function solve() {
  const state = form()?.elements.state;
  const option = [...state?.options ?? []].find(one => one.value.startsWith('solved'));
  if (!option || state.disabled) return;
  state.value = option.value;
  form().requestSubmit();
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !sheet.open) {
    if (typing(event.target)) event.target.blur();
    else page.removeAttribute('data-facts-open');
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || sheet.open || typing(event.target)) return;
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

settled();
if (!location.hash) main.scrollTop = main.scrollHeight;
