// What is said to the person, in the page's one status region.
const shelf = document.getElementById('toasts');
const STAY = 6_000;

/** Shows a line for a while, or until its `key` is taken away when it is to `stay`. */
export function toast(text, { bad = false, stay = false, key = null } = {}) {
  if (key) untoast(key);
  const line = document.createElement('div');
  line.className = bad ? 'toast show bad' : 'toast show';
  if (key) line.dataset.key = key;
  const words = document.createElement('span');
  words.textContent = text;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.setAttribute('aria-label', document.body.dataset.dismiss);
  close.addEventListener('click', () => line.remove());
  line.append(words, close);
  shelf.append(line);
  if (!stay) setTimeout(() => line.remove(), STAY);
}

export function untoast(key) {
  shelf.querySelector(`[data-key="${key}"]`)?.remove();
}
