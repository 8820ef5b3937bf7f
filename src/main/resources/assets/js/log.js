// The messages of the open conversation: their days, their place on the screen, and what is new among them.
import { ask } from './server.js';
import { dayName, daysBefore, dress } from './times.js';

const says = document.getElementById('console').dataset;
const NEAR = 120;
const WRITING_LASTS = 7_000;

export const thread = () => document.querySelector('.thread[data-id]');
export const log = () => document.querySelector('.thread[data-id] .log');
const bubbles = () => [...log()?.querySelectorAll('[data-seq]') ?? []];
export const lastSeq = () => Number(bubbles().at(-1)?.dataset.seq ?? 0);
const lastInbound = () => bubbles().filter(bubble => 'inbound' in bubble.dataset).at(-1);

export const nearEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight < NEAR;

export function toEnd() {
  const place = log();
  if (!place) return;
  place.scrollTop = place.scrollHeight;
  place.querySelector('[data-newer]').hidden = true;
}

/** Puts a line between messages of different days, by the reader's calendar. */
export function days() {
  const place = log();
  if (!place) return;
  place.querySelectorAll('.day').forEach(line => line.remove());
  let last = null;
  for (const bubble of bubbles()) {
    const date = new Date(bubble.dataset.at);
    const day = date.toDateString();
    if (day === last) continue;
    last = day;
    const line = document.createElement('span');
    line.className = 'day';
    const before = daysBefore(date);
    line.textContent = before === 0 ? says.saysToday : before === 1 ? says.saysYesterday : dayName(date);
    bubble.before(line);
  }
}

/** Adds what the server answered behind the last message, each message once. */
export function append(html) {
  const place = log();
  if (!place) return [];
  const follows = nearEnd();
  const part = document.createElement('template');
  part.innerHTML = html;
  const fresh = [...part.content.querySelectorAll('[data-seq]')].filter(bubble => !document.getElementById(bubble.id));
  const end = place.querySelector('[data-typing]');
  for (const bubble of fresh) {
    end.before(bubble);
    dress(bubble);
  }
  if (!fresh.length) return fresh;
  if (fresh.some(bubble => 'inbound' in bubble.dataset)) writing(false);
  days();
  if (follows) toEnd();
  else place.querySelector('[data-newer]').hidden = false;
  return fresh;
}

let catching = null;
/** Fetches what the open conversation does not show yet; one look at a time. */
export function catchUp() {
  catching ??= (async () => {
    const open = thread();
    if (!open) return [];
    const html = await ask('GET', `/console/conversations/${open.dataset.id}/messages?after=${lastSeq()}`);
    return thread() === open ? append(html) : [];
  })().finally(() => { catching = null; });
  return catching;
}

/** The customer has read so far. */
export function ticks(seq) {
  for (const bubble of bubbles()) {
    const tick = bubble.querySelector('[data-tick]');
    if (tick && Number(bubble.dataset.seq) <= seq) tick.hidden = false;
  }
}

let silence;
/** Somebody writes, or stopped to. */
export function writing(on, name = '') {
  const line = log()?.querySelector('[data-typing]');
  if (!line) return;
  clearTimeout(silence);
  const follows = nearEnd();
  line.hidden = !on;
  if (!on) return;
  line.querySelector('[data-who]').textContent = says.saysTyping.replace('%', name);
  if (follows) toEnd();
  silence = setTimeout(() => { line.hidden = true; }, WRITING_LASTS);
}

export function present(online) {
  const dot = document.querySelector('.thread [data-presence]');
  if (!dot) return;
  dot.classList.toggle('on', online);
  dot.title = online ? says.saysOnline : says.saysOffline;
}

let told = {};
/** The last message of the customer that was before the member's eyes; tells the server when it is news. */
export function readSoFar() {
  const open = thread();
  if (!open) return 0;
  const id = open.dataset.id;
  if (told.id !== id) told = { id, seq: 0 };
  if (!document.hidden && nearEnd()) {
    const seq = Number(lastInbound()?.dataset.seq ?? 0);
    if (seq > told.seq) {
      told.seq = seq;
      ask('POST', `/console/conversations/${id}/read`, { seq }).catch(() => { told.seq = 0; });
    }
  }
  return told.seq;
}

/** Older messages come in above without moving what is being read. */
export function older() {
  const place = log();
  const button = place?.querySelector('.older');
  if (button && place.scrollTop < 80 && !button.classList.contains('htmx-request')) button.click();
}
let height = null;
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.elt.classList?.contains('older')) height = log().scrollHeight - log().scrollTop;
});
document.addEventListener('htmx:afterSettle', () => {
  if (height === null || !log()) return;
  days();
  log().scrollTop = log().scrollHeight - height;
  height = null;
});
