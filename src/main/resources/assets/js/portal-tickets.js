// A customer's list of tickets while he looks, and when he comes back to it: the stream says that one of them went on, the
// page asks for the list as it is now. An empty list is followed too: a company's first ticket comes into it by itself.
import { dress } from './times.js';

const AGAIN = 4_000;
let source;

const list = () => document.getElementById('list');
const lines = root => root.querySelectorAll('.tickets > li');

/** What tells one state of the list from the next: without the times, which are dressed here. */
const sign = root => [...lines(root)].map(line => [line.querySelector('a').getAttribute('href'), line.querySelector('.what').textContent, line.querySelector('.state').className, line.querySelector('time').getAttribute('datetime')].join()).join('\n');

let looks = 0;
/** Looks again. An answer that was overtaken by a newer one counts no more. */
async function look() {
  const mine = ++looks;
  const answer = await fetch(location.href, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (answer && [401, 404, 503].includes(answer.status)) { location.reload(); return; }
  if (!answer?.ok) return;
  const page = document.createElement('template');
  page.innerHTML = await answer.text();
  if (mine !== looks) return;
  const anew = page.content.getElementById('list');
  if (!anew || sign(anew) === sign(list())) return;
  const chosen = document.activeElement?.closest('#list a')?.getAttribute('href');
  dress(anew);
  list().replaceWith(anew);
  if (chosen) list().querySelector(`a[href="${CSS.escape(chosen)}"]`)?.focus();
  follow();
}

/** The tickets of the list as it is now: others than before may be among them. */
function follow() {
  source?.close();
  open();
}

function open() {
  const mine = new EventSource(list().dataset.live + location.search);
  source = mine;
  for (const kind of ['hello', 'news', 'reset']) mine.addEventListener(kind, look);
  mine.addEventListener('error', () => {
    if (mine.readyState !== EventSource.CLOSED || source !== mine) return;
    source = null;
    // The server declined: whoever may see this no longer is not left with what he saw.
    look().then(() => setTimeout(() => source ?? follow(), AGAIN));
  });
}

if (list()) {
  follow();
  document.addEventListener('visibilitychange', () => document.hidden || look());
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', event => { if (event.persisted) { follow(); look(); } });
}
