// A customer's ticket while he looks at it: the stream says that it went on, the page asks for what there is now. What he
// is writing lies outside and stays.
import { dress } from './times.js';

const AGAIN = 4_000;
const path = document.getElementById('live')?.dataset.live;
let source;

/** What tells one state of the ticket from the next: nobody is read the same again. */
const sign = root => [root.querySelectorAll('.said > li').length, root.querySelector('.state')?.className, root.querySelector('h1')?.textContent].join();

async function look() {
  const answer = await fetch(path + '/live', { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (answer?.status === 401 || answer?.status === 404) { location.reload(); return; }
  if (!answer?.ok) return;
  const part = document.createElement('template');
  part.innerHTML = await answer.text();
  const anew = part.content.getElementById('live');
  const now = document.getElementById('live');
  if (!anew || sign(anew) === sign(now)) return;
  dress(anew);
  now.replaceWith(anew);
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
