// What a member writes about a ticket: a field for the customer and one for the team, kept on the server meanwhile.
import { ask, Problem } from './server.js';
import { toast, untoast } from './toasts.js';
import { append, catchUp, lastSeq } from './ticket.js';
import { tell } from './ticket-presence.js';
import { uploading } from './uploads.js';
import { preview } from './markdown.js';

const page = document.getElementById('ticket');
const says = page.dataset;
const PAUSE = 600;
const WRITING_EVERY = 3_000;
const form = () => document.getElementById('composer');
const kind = () => form().elements.kind.value;
const field = () => form().elements[kind() === 'NOTE' ? 'note' : 'reply'];

/** Reply or note: another field, another colour, another button. */
export function choose(wanted) {
  const radio = form()?.querySelector(`[name="kind"][value="${wanted}"]`);
  if (!radio) return;
  saveNow();
  preview(false);
  radio.checked = true;
  field().focus();
}

const note = text => { const place = form()?.querySelector('[data-saved]'); if (place) place.textContent = text; };
export const guard = html => { const place = document.querySelector('[data-guard]'); if (place) place.innerHTML = html; };
/** Its writer has seen everything up to here. */
export const noted = seq => { if (form()) form().elements.seen.value = seq; };

// ── Drafts ──────────────────────────────────────────────────────────────────────────────────────────────────────────
let waiting = null;
let saving = Promise.resolve();

function keepSoon(area) {
  if (waiting) clearTimeout(waiting.timer);
  waiting = { timer: setTimeout(saveNow, PAUSE), area, kind: area.name === 'note' ? 'NOTE' : 'REPLY' };
  note('');
}

export function saveNow() {
  if (!waiting) return saving;
  const { timer, area, kind: of } = waiting;
  clearTimeout(timer);
  waiting = null;
  const values = { kind: of, text: area.value, seen: form().elements.seen.value };
  saving = saving
    .then(() => ask('PUT', `/tickets/${says.ticket}/entries/draft`, values, { keepalive: values.text.length < 15_000 }))
    .then(() => { if (!waiting) note(values.text.trim() ? says.saysSaved : ''); })
    .catch(() => note(says.saysUnsaved));
  return saving;
}
addEventListener('pagehide', saveNow);

// ── Sending ─────────────────────────────────────────────────────────────────────────────────────────────────────────
let attempt = { of: null, key: null };
function keyFor(content) {
  if (attempt.of !== content) attempt = { of: content, key: crypto.randomUUID() };
  return attempt.key;
}

async function send(force) {
  const composer = form();
  if (composer.getAttribute('aria-busy') === 'true' || uploading()) return;
  const area = field();
  const files = [...document.querySelectorAll('[name="attachments"]')].map(file => file.value);
  if (!area.value.trim() && !files.length) return area.focus();
  const values = new FormData(composer);
  values.delete('files');
  if (area.name === 'reply') values.delete('note'); else values.delete('reply');
  values.set('shown', lastSeq());
  values.set('key', keyFor([kind(), area.value, ...files].join('\n')));
  if (force) values.set('force', '1');
  busy(composer, true);
  try {
    if (waiting) { clearTimeout(waiting.timer); waiting = null; }
    await saving;
    sent(composer, area, await ask('POST', composer.getAttribute('action'), null, { body: values }));
  } catch (problem) {
    refused(problem);
  } finally {
    busy(composer, false);
    area.focus();
  }
}

function busy(composer, on) {
  composer.querySelector('.send').disabled = on;
  composer.setAttribute('aria-busy', String(on));
  for (const area of composer.querySelectorAll('textarea')) area.readOnly = on;
}

function sent(composer, area, html) {
  untoast('not-sent');
  attempt = { of: null, key: null };
  area.value = '';
  composer.elements.state.value = '';
  composer.querySelector('[data-files]').replaceChildren();
  preview(false);
  guard('');
  note('');
  append(html, true);
  noted(lastSeq());
}

function refused(problem) {
  if (problem instanceof Problem && problem.status === 409 && problem.html) {
    guard(problem.html);
    catchUp().catch(() => { /* the notice stands */ });
    return;
  }
  note(says.saysNotSent);
  toast((problem instanceof Problem && problem.message) || says.saysNotSent, { bad: true, key: 'not-sent' });
}

// ── Hands on it ─────────────────────────────────────────────────────────────────────────────────────────────────────
let toldAt = 0;
document.addEventListener('submit', event => {
  if (event.target !== form()) return;
  event.preventDefault();
  send(event.submitter?.name === 'force');
});
document.addEventListener('input', event => {
  if (!event.target.matches('#composer textarea')) return;
  // Whoever begins has everything before his eyes that the page shows.
  if (!waiting && event.target.value.length <= 1) noted(lastSeq());
  keepSoon(event.target);
  if (Date.now() - toldAt < WRITING_EVERY) return;
  toldAt = Date.now();
  tell(true);
});
document.addEventListener('change', event => {
  if (!event.target.matches('#composer [name="kind"]')) return;
  saveNow();
  preview(false);
  field().focus();
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.target.closest('#composer')) return;
  event.preventDefault();
  send(false);
});
