// The stream that tells where to look again. The browser reconnects by itself and says where it broke off.
import { toast, untoast } from './toasts.js';

const PATIENCE = 5_000;
const AGAIN = 4_000;
const JOINED = 300;

/**
 * @param address where the stream is
 * @param kinds which of its events are listened for
 * @param heard called with (kind, data) for each event
 * @param afresh called when something may have been missed
 */
export function follow(address, kinds, heard, afresh) {
  let source;
  let worry = null;

  function open() {
    source = new EventSource(address);
    source.addEventListener('hello', () => {
      clearTimeout(worry);
      worry = null;
      untoast('lost');
      setTimeout(afresh, JOINED); // what happened between the page and the stream, or while they were apart
    });
    source.addEventListener('reset', afresh);
    for (const kind of kinds) source.addEventListener(kind, event => heard(kind, JSON.parse(event.data)));
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
