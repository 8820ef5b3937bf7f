// The console: opens conversations, hears the stream, and keeps the three columns true.
import { ask, Problem } from './server.js';
import { dress } from './times.js';
import { toast } from './toasts.js';
import { unseenMessages } from './counts.js';
import { follow } from './stream.js';
import { due } from './ticket-due.js';
import { beep } from './sound.js';
import { notify } from './notices.js';
import { keys } from './keys.js';
import { leave } from './composer.js';
import { mark, place, refresh, rows, trayName } from './tray.js';
import { catchUp, days, log, nearEnd, older, present, readSoFar, thread, ticks, toEnd, writing } from './log.js';

const KINDS = ['message', 'note', 'system', 'state', 'left', 'read', 'seen', 'typing-contact', 'typing-team', 'presence-contact', 'ticket-due'];

const frame = document.getElementById('console');
const desk = document.getElementById('desk');
const says = frame.dataset;
const said = document.getElementById('said');
const goneHtml = document.getElementById('gone').innerHTML;
let unseen = 0;

// ── The open conversation ───────────────────────────────────────────────────────────────────────────────────────────
/** What stands in the middle is another now: freshly drawn, at its end, marked in the list. */
function settled(focus = false) {
  dress(desk);
  days();
  toEnd();
  readSoFar();
  log()?.addEventListener('scroll', scrolled, { passive: true });
  mark(thread()?.dataset.id);
  frame.toggleAttribute('data-open', document.querySelector('#desk .thread[data-id], #desk .bare') !== null);
  if (focus) document.querySelector('.composer textarea:not([hidden])')?.focus({ preventScroll: true });
}

function scrolled() {
  older();
  if (!nearEnd()) return;
  log().querySelector('[data-newer]').hidden = true;
  readSoFar();
}

function show(html, options) {
  desk.innerHTML = html;
  htmx.process(desk);
  settled(options?.focus);
}

async function open(row) {
  leave();
  const id = row.dataset.id;
  const path = '/console/conversations/' + id;
  row.setAttribute('aria-busy', 'true');
  mark(id);
  try {
    const html = await ask('take' in row.dataset ? 'POST' : 'GET', 'take' in row.dataset ? path + '/holder' : path);
    if (location.pathname !== path) history.pushState({ ours: true }, '', path);
    show(html, { focus: matchMedia('(width >= 48rem) and (pointer: fine)').matches });
    place();
  } catch (problem) {
    toast(problem instanceof Problem ? problem.message : document.body.dataset.lost, { bad: !(problem instanceof Problem) });
    mark(thread()?.dataset.id);
    if (problem.status === 409 || problem.status === 404) row.closest('li').remove();
  } finally {
    row.removeAttribute('aria-busy');
    refresh();
  }
}

function back() {
  if (!thread() && !frame.hasAttribute('data-open')) return;
  const id = thread()?.dataset.id;
  leave();
  if (matchMedia('(width < 48rem)').matches) {
    frame.removeAttribute('data-open');
    history.pushState({ ours: true }, '', '/console?tray=' + trayName());
    refresh();
  }
  (rows().find(row => row.dataset.id === id) ?? rows()[0])?.focus();
}

/** Somebody changed who holds the open conversation: look whether it is still ours to see. */
let looking = null;
function lookAgain() {
  looking ??= setTimeout(async () => {
    looking = null;
    const open = thread();
    if (!open) return;
    try {
      const html = await ask('GET', '/console/conversations/' + open.dataset.id);
      if (thread() !== open) return;
      const part = document.createElement('template');
      part.innerHTML = html;
      if (part.content.querySelector('.thread').dataset.stamp === open.dataset.stamp) return;
      await leave();
      const writes = document.activeElement?.closest('.composer') !== null && document.activeElement !== null;
      show(await ask('GET', '/console/conversations/' + open.dataset.id), { focus: writes });
    } catch (problem) {
      if (problem.status !== 404 || thread() !== open) return;
      leave();
      show(goneHtml);
      place();
    }
  }, 250);
}

// ── The stream ──────────────────────────────────────────────────────────────────────────────────────────────────────
const HEARD = {
  message: (data, here) => {
    if (here) shownHere();
    if (data.kind !== 'INBOUND') return;
    if (data.seq === 1) notify('NEW_CONVERSATION', '/console/conversations/' + data.conversation);
    else if (data.mine) notify('REPLY_IN_MINE', '/console/conversations/' + data.conversation);
    if (document.hidden) unseenMessages(++unseen);
    if (document.hidden || !here) beep();
  },
  note: (data, here) => { if (here) shownHere(); },
  system: (data, here) => { if (here) shownHere(); },
  state: (data, here) => {
    if (here) lookAgain();
    if (data.state === 'IN_PROGRESS' && data.mine) notify('HANDED_TO_ME', '/console/conversations/' + data.conversation);
  },
  left: (data, here) => { if (here) lookAgain(); },
  seen: (data, here) => { if (here) ticks(data.seq); },
  'typing-contact': (data, here) => { if (here) writing(data.typing, thread().dataset.name); },
  'typing-team': (data, here) => { if (here && !('mine' in thread().dataset)) writing(data.typing, data.author); },
  'presence-contact': (data, here) => { if (here) present(data.online); },
};
const LISTS = new Set(['message', 'state', 'left', 'read']);

async function shownHere() {
  const fresh = await catchUp().catch(() => []);
  readSoFar();
  const inbound = fresh.filter(bubble => 'inbound' in bubble.dataset).at(-1);
  if (inbound) said.textContent = says.saysMessage.replace('%', inbound.dataset.author) + ': ' + (inbound.querySelector('.text')?.textContent ?? '').slice(0, 200);
}

function heard(kind, data) {
  if (kind === 'ticket-due') return due(data);
  HEARD[kind]?.(data, data.conversation === thread()?.dataset.id);
  if (LISTS.has(kind)) refresh();
}

function afresh() {
  refresh();
  shownHere();
  lookAgain();
}

// ── Hands on it ─────────────────────────────────────────────────────────────────────────────────────────────────────
document.addEventListener('click', event => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const row = event.target.closest('.row-card, .mini[data-id]');
  if (row) {
    event.preventDefault();
    if (row.getAttribute('aria-busy') !== 'true') open(row);
  }
  if (event.target.closest('[data-newer]')) toEnd();
  if (event.target.closest('[data-person]')) frame.toggleAttribute('data-person');
  if (event.target.closest('.thread .back')) {
    event.preventDefault();
    back();
  }
});
document.addEventListener('htmx:beforeRequest', event => { if (event.detail.target?.id === 'desk') leave(); });
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target?.id === 'desk' && event.detail.requestConfig) { settled(true); place(); refresh(); }
  if (event.detail.target?.id === 'tray' && event.detail.requestConfig) place();
});
document.addEventListener('htmx:responseError', event => {
  const { xhr, target } = event.detail;
  if (target?.id !== 'desk') return;
  refresh();
  if (xhr.status === 409 || xhr.status === 404) lookAgain();
});
addEventListener('popstate', () => location.reload());
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  unseen = 0;
  unseenMessages(0);
  readSoFar();
});

settled();
keys(back);
follow('/console/stream', KINDS, heard, afresh);
