// The stream that tells where to look again. The browser reconnects by itself and says where it broke off.
import { toast, untoast } from './toasts.js';

const KINDS = ['ticket-new', 'ticket-reply', 'ticket-note', 'ticket-state', 'ticket-change', 'ticket-presence'];
const PATIENCE = 5_000;
const AGAIN = 4_000;
const JOINED = 300;

/**
 * @param heard called with (kind, data) for each event
 * @param afresh called when something may have been missed
 */
export function follow(heard, afresh) {
  let source;
  let worry = null;

  function open() {
    source = new EventSource('/tickets/stream');
    source.addEventListener('hello', () => {
      clearTimeout(worry);
      worry = null;
      untoast('lost');
      setTimeout(afresh, JOINED);
    });
    source.addEventListener('reset', afresh);
    for (const kind of KINDS) source.addEventListener(kind, event => heard(kind, JSON.parse(event.data)));
    source.addEventListener('error', () => {
      worry ??= setTimeout(() => toast(document.body.dataset.lost, { stay: true, bad: true, key: 'lost' }), PATIENCE);
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      setTimeout(reopen, AGAIN);
    });
  }

  /** The server declined: signed out, or it is being renewed. Whoever is signed out is led to the door. */
  async function reopen() {
    const answer = await fetch('/console/counts', { headers: { 'HX-Request': 'true', Accept: 'application/json' } }).catch(() => null);
    if (answer?.status === 401) location.assign('/sign-in?next=' + encodeURIComponent(location.pathname));
    else open();
  }

  open();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => { if (event.persisted) open(); });
}

const wanted = new Set((document.getElementById('ticket')?.dataset.notices ?? '').trim().split(' '));

/** What the browser tells while nobody looks, for who asked for it; nothing that a person wrote is in it. */
export function entry(what, words, ticket) {
  if (!document.hidden || !wanted.has(what) || globalThis.Notification?.permission !== 'granted') return;
  try {
    const notice = new Notification(words, { tag: ticket, icon: document.querySelector('link[rel="apple-touch-icon"]')?.href });
    notice.addEventListener('click', () => {
      window.focus();
      location.assign('/tickets/' + ticket);
    });
  } catch { /* a browser that shows them only for installed pages */ }
}
