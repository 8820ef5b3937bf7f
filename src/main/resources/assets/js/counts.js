// The counters of trays: in the rail, in the tabs and in the browser's tab.
const plain = document.title;
let waiting = 0;
let unseen = 0;

function title() {
  const n = waiting + unseen;
  document.title = n ? `(${n}) ${plain}` : plain;
}

/** Messages that came while nobody looked. */
export function unseenMessages(n) {
  unseen = n;
  title();
}

export async function count(space = '') {
  if (!document.querySelector('[data-count]')) return;
  const answer = await fetch('/console/counts?space=' + encodeURIComponent(space), { headers: { Accept: 'application/json' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const counts = await answer.json();
  waiting = counts.inbox;
  for (const place of document.querySelectorAll('[data-count]')) {
    const n = counts[place.dataset.count];
    place.textContent = n > 999 ? '999+' : n;
    if (place.classList.contains('count')) place.hidden = n === 0;
  }
  title();
}
