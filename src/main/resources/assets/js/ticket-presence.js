// Who else is at the ticket, and who writes.
import { ask } from './server.js';

const page = document.getElementById('ticket');
const place = document.querySelector('[data-others]');
const EVERY = 20_000;
const GONE = 50_000;
const WRITING = 8_000;
const others = new Map(); // id → { name, seen, wrote }

/** Told when the stream is open: the answers of those who are here travel on it. */
export function tell(typing = false) {
  if (document.hidden) return;
  ask('POST', `/tickets/${page.dataset.ticket}/presence`, { typing }).catch(() => { /* it only mattered now */ });
}

/** A colleague is here, or writes. Whoever is new is told that we are here too. */
export function present(data) {
  const known = others.get(data.authorId);
  others.set(data.authorId, { name: data.author, seen: Date.now(), wrote: data.typing ? Date.now() : known?.wrote ?? 0 });
  if (!known) tell();
  show();
}

function show() {
  const now = Date.now();
  for (const [id, one] of others) if (now - one.seen > GONE) others.delete(id);
  const all = [...others.values()];
  const writers = all.filter(one => now - one.wrote < WRITING);
  place.hidden = !all.length;
  place.toggleAttribute('data-writing', writers.length > 0);
  const names = (writers.length ? writers : all).map(one => one.name).join(', ');
  place.querySelector('span').textContent = (writers.length ? page.dataset.saysWriting : page.dataset.saysLooking).replace('%', names);
}

setInterval(tell, EVERY);
setInterval(show, 4_000);
document.addEventListener('visibilitychange', () => tell());
