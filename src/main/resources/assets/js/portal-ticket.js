// A customer's ticket while he looks at it: the stream says that it went on, the page asks for what there is now. What he
// is writing lies outside and stays.
import { dress } from './times.js';

const AGAIN = 4_000;
const path = document.getElementById('live')?.dataset.live;
let source;

/** What tells one state of the ticket from the next: nobody is read the same again. */
const sign = root => root.querySelector('#facts').textContent.replace(/\s+/g, ' ');
const place = line => Number(line.id.slice(line.id.indexOf('-') + 1));

async function look() {
  const answer = await fetch(path + '/live' + location.search, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (answer && [401, 404, 503].includes(answer.status)) { location.reload(); return; }
  if (!answer?.ok) return;
  const part = document.createElement('template');
  part.innerHTML = await answer.text();
  const anew = part.content.getElementById('live');
  const now = document.getElementById('live');
  if (!anew) return;
  dress(anew);
  if (sign(anew) !== sign(now)) now.querySelector('#facts').replaceWith(anew.querySelector('#facts'));
  if (now.dataset.newest !== undefined) append(now, anew);
}

/** What is new goes below what is there; only where a page is not enough, or a line is gone, all of it is shown anew. */
function append(now, anew) {
  const lines = [...anew.querySelectorAll('.said > li')];
  const shown = now.querySelector('.said');
  const known = new Set(lines.map(line => line.id));
  const fresh = lines.filter(line => !now.querySelector('#' + line.id));
  const torn = fresh.length === lines.length || [...shown.children].some(line => place(line) >= place(lines[0]) && !known.has(line.id));
  if (torn) now.querySelector('[role=log]').replaceWith(anew.querySelector('[role=log]'));
  else shown.append(...fresh);
}

function open() {
  source = new EventSource(path + '/stream');
  source.addEventListener('hello', look);
  source.addEventListener('news', look);
  source.addEventListener('reset', look);
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    // The server declined: whoever may see this no longer is not left with what he saw.
    look().then(() => setTimeout(open, AGAIN));
  });
}

if (path) {
  open();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => { if (event.persisted) open(); });
}
