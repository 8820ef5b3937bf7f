// What a member writes: two fields, one for replies and one for notes, kept on the server while it is being written.
import { ask, Problem } from './server.js';
import { toast, untoast } from './toasts.js';
import { append, catchUp, lastSeq, log, readSoFar, thread, toEnd } from './log.js';
import { cancelUploads, uploading } from './uploads.js';

const says = document.getElementById('console').dataset;
const PAUSE = 600;
const WRITING_EVERY = 3_000;

const form = () => document.querySelector('.composer');
const path = what => `/console/conversations/${thread().dataset.id}/${what}`;
const field = () => form().querySelector('textarea:not([hidden])');

/** Reply or note: another field, another colour, another button. */
export function choose(kind, focus = true) {
  const composer = form();
  const tab = composer?.querySelector(`button[data-kind="${kind}"]`);
  if (!tab || tab.disabled) return;
  saveNow();
  composer.dataset.kind = kind;
  composer.elements.kind.value = kind;
  for (const button of composer.querySelectorAll('.kind button')) button.setAttribute('aria-pressed', String(button.dataset.kind === kind));
  for (const area of composer.querySelectorAll('textarea')) area.hidden = area.disabled = area.dataset.kind !== kind;
  for (const word of composer.querySelectorAll('.send [data-kind]')) word.hidden = word.dataset.kind !== kind;
  note('');
  if (focus) field().focus();
}

function note(text) {
  const place = form()?.querySelector('[data-saved]');
  if (place) place.textContent = text;
}

// ── Drafts ──────────────────────────────────────────────────────────────────────────────────────────────────────────
let waiting = null; // { timer, to, kind, area }
let saving = Promise.resolve();

function keepSoon() {
  const area = field();
  if (waiting) clearTimeout(waiting.timer);
  waiting = { timer: setTimeout(saveNow, PAUSE), to: path('draft'), kind: area.dataset.kind, area };
  note('');
}

/** Saves what waits to be saved; also while the page goes away. */
export function saveNow() {
  if (!waiting) return saving;
  const { timer, to, kind, area } = waiting;
  clearTimeout(timer);
  waiting = null;
  const text = area.value;
  saving = saving
    .then(() => ask('PUT', to, { kind, text }, { keepalive: text.length < 15_000 }))
    .then(() => { if (area.isConnected && !waiting) note(text.trim() ? says.saysSaved : ''); })
    .catch(() => { if (area.isConnected) note(says.saysUnsaved); });
  return saving;
}
addEventListener('pagehide', saveNow);

// ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────
let toldAt = 0;
function tellWriting(on) {
  if (form().dataset.kind !== 'REPLY') return;
  if (on && Date.now() - toldAt < WRITING_EVERY) return;
  toldAt = on ? Date.now() : 0;
  ask('POST', path('typing'), { typing: on }).catch(() => { /* it only mattered now */ });
}

// ── Sending ─────────────────────────────────────────────────────────────────────────────────────────────────────────
let attempt = { of: null, key: null };
/** The same words twice are one message: a second attempt goes under the key of the first. */
function keyFor(content) {
  if (attempt.of !== content) attempt = { of: content, key: crypto.randomUUID() };
  return attempt.key;
}

function busy(composer, on) {
  const button = composer.querySelector('.send');
  button.disabled = on;
  composer.setAttribute('aria-busy', String(on));
  for (const area of composer.querySelectorAll('textarea')) area.readOnly = on;
}

export async function send(force = false) {
  const composer = form();
  if (!composer || composer.getAttribute('aria-busy') === 'true' || uploading()) return;
  const area = field();
  const kind = composer.dataset.kind;
  const files = [...composer.querySelectorAll('[name="attachments"]')].map(file => file.value);
  if (!area.value.trim() && !files.length) return area.focus();
  const seen = readSoFar();
  const values = new URLSearchParams({ kind, text: area.value, seen, after: lastSeq() });
  for (const file of files) values.append('attachments', file);
  values.set('key', keyFor([thread().dataset.id, kind, area.value, ...files].join('\n')));
  if (force) values.set('force', '1');
  busy(composer, true);
  try {
    if (waiting) { clearTimeout(waiting.timer); waiting = null; }
    await saving;
    sent(composer, area, await ask('POST', path('messages'), values));
  } catch (problem) {
    refused(composer, problem);
  } finally {
    busy(composer, false);
    if (composer.isConnected) field().focus();
  }
}

function sent(composer, area, html) {
  untoast('not-sent');
  attempt = { of: null, key: null };
  toldAt = 0;
  if (!composer.isConnected) return;
  area.value = '';
  composer.querySelector('[data-files]').replaceChildren();
  guard('');
  note('');
  append(html);
  toEnd();
}

function refused(composer, problem) {
  if (problem instanceof Problem && problem.status === 409 && problem.html) {
    guard(problem.html);
    catchUp().catch(() => { /* the notice stands */ });
    return;
  }
  note(says.saysNotSent);
  toast((problem instanceof Problem && problem.message) || says.saysNotSent, { bad: true, key: 'not-sent' });
}

const guard = html => { const place = document.querySelector('[data-guard]'); if (place) place.innerHTML = html; };

// ── Hands on it ─────────────────────────────────────────────────────────────────────────────────────────────────────
document.addEventListener('submit', event => {
  if (!event.target.matches('.composer')) return;
  event.preventDefault();
  send();
});
document.addEventListener('input', event => {
  if (!event.target.matches('.composer textarea')) return;
  keepSoon();
  tellWriting(event.target.value.trim() !== '');
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.target.closest('.composer')) return;
  event.preventDefault();
  send();
});
document.addEventListener('click', event => {
  const tab = event.target.closest('.composer .kind button');
  if (tab) choose(tab.dataset.kind);
  if (event.target.closest('[data-sends]')) send(true);
  if (event.target.closest('[data-reads]')) {
    guard('');
    toEnd();
    readSoFar();
    field()?.focus();
  }
});

/** Before another conversation takes the place of this one. */
export function leave() {
  saveNow();
  cancelUploads();
}
export const idle = () => !log() || form()?.getAttribute('aria-busy') !== 'true';
