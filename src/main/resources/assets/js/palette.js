// The command palette: Ctrl K or Cmd K from anywhere, and the search of the rail. What can be done is read from the rail,
// so that it is there at once; what is found comes as one types. Esc leads back to where one was.
const opener = document.querySelector('.rail [data-palette]');
const RECENT = 'palette-recent';
const RECENT_MAX = 6;
const PAUSE = 90;
const says = opener?.dataset;
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
let parts = null;
let turn = 0;
let asking = null;
let timer = null;
let moved = false;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
const icon = name => element('i', { class: 'ti ti-' + name, 'aria-hidden': 'true' });

function option(href, iconName, label, keys = '', detail = '') {
  const what = element('span', { class: 'what' }, element('b', {}, label));
  if (detail) what.append(element('small', {}, detail));
  const made = element('a', { role: 'option', 'aria-selected': 'false', tabindex: '-1', href, 'data-icon': iconName }, icon(iconName), what);
  if (keys) made.append(element('span', { class: 'keycaps', 'aria-hidden': 'true' }, ...keys.split(' ').map(key => element('kbd', { translate: 'no' }, key.toUpperCase()))));
  return made;
}

function group(label, options) {
  const id = 'palette-' + turn++;
  return element('div', { role: 'group', 'aria-labelledby': id }, element('p', { id, class: 'label' }, label), ...options);
}

const iconOf = link => [...link.querySelector('.ti').classList].find(name => name.startsWith('ti-')).slice(3);
function actions() {
  const made = [...document.querySelectorAll('.rail .fresh a[data-makes], .rail .fresh a:not(.locked)')].map(link =>
    ({ href: link.getAttribute('href'), icon: iconOf(link), label: says.create.replace('%', link.dataset.label ?? link.textContent.trim()), keys: link.dataset.makes ? 'c ' + link.dataset.makes : '' }));
  const places = [...document.querySelectorAll('.rail > a:not(.mark, .me, [data-palette]), .settings > .menu a')].map(link =>
    ({ href: link.getAttribute('href'), icon: iconOf(link), label: says.go.replace('%', link.dataset.label ?? link.textContent.trim()), keys: link.dataset.leads ? 'g ' + link.dataset.leads : '' }));
  return made.concat(places);
}

function recent() {
  try { return JSON.parse(sessionStorage.getItem(RECENT)) ?? []; } catch { return []; }
}

function remember(link) {
  if (!link.closest('[data-found], [data-recent]')) return;
  const one = { href: link.getAttribute('href'), icon: link.dataset.icon, label: link.querySelector('b').textContent.trim(), detail: link.querySelector('small')?.textContent ?? '' };
  try {
    sessionStorage.setItem(RECENT, JSON.stringify([one, ...recent().filter(other => other.href !== one.href)].slice(0, RECENT_MAX)));
  } catch { /* a browser that keeps nothing */ }
}

const options = () => [...parts.list.querySelectorAll('[role="option"]')];
function choose(which) {
  for (const other of options()) other.setAttribute('aria-selected', String(other === which));
  if (!which) return parts.input.removeAttribute('aria-activedescendant');
  which.id ||= 'choice-' + turn++;
  parts.input.setAttribute('aria-activedescendant', which.id);
  which.scrollIntoView({ block: 'nearest' });
}

function show(found = '') {
  const before = moved && parts.list.querySelector('[aria-selected="true"]')?.getAttribute('href');
  const typed = fold(parts.input.value.trim());
  const groups = [];
  if (!typed) {
    const lately = recent();
    if (lately.length) {
      const one = group(says.recent, lately.map(item => option(item.href, item.icon, item.label, '', item.detail)));
      one.dataset.recent = '';
      groups.push(one);
    }
  } else if (found) {
    const holder = element('div');
    holder.innerHTML = found;
    const hits = [...holder.children];
    if (hits.length) {
      const one = group(says.hits, hits);
      one.dataset.found = '';
      groups.push(one);
    }
  }
  const fitting = actions().filter(action => typed.split(/\s+/).every(word => fold(action.label).includes(word)));
  if (fitting.length) groups.push(group(says.actions, fitting.map(action => option(action.href, action.icon, action.label, action.keys))));
  if (typed) groups.push(element('div', { role: 'group' }, option('/search?q=' + encodeURIComponent(parts.input.value.trim()), 'search', says.all)));
  parts.list.replaceChildren(...groups);
  choose(options().find(one => before && one.getAttribute('href') === before) ?? options()[0]); // an answer that comes late moves nothing
}

let last = { text: '', html: '' };
function ask() {
  const text = parts.input.value.trim();
  moved = false;
  asking?.abort();
  if (!text) { last = { text: '', html: '' }; show(); return; }
  show(text.startsWith(last.text) && last.text ? last.html : ''); // what is there stays until the next is
  clearTimeout(timer);
  timer = setTimeout(async () => {
    asking = new AbortController();
    try {
      const answer = await fetch('/search/palette?q=' + encodeURIComponent(text), { headers: { 'HX-Request': 'true' }, signal: asking.signal });
      if (!answer.ok || answer.redirected || parts.input.value.trim() !== text) return;
      last = { text, html: await answer.text() };
      show(last.html);
      const n = parts.list.querySelectorAll('[data-found] [role="option"]').length;
      parts.said.textContent = n ? `${says.hits}: ${n}` : says.nothing.replace('%', text);
    } catch { /* typed on, or no connection: the actions are still there */ }
  }, PAUSE);
}

function key(event) {
  const all = options();
  const at = all.findIndex(one => one.getAttribute('aria-selected') === 'true');
  const move = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 6, PageUp: at - 6 }[event.key];
  if (move !== undefined) {
    event.preventDefault();
    moved = true;
    choose(all[event.key.startsWith('Page') ? Math.max(0, Math.min(all.length - 1, move)) : (move + all.length) % all.length]);
  } else if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    if (at >= 0) follow(all[at], event.ctrlKey || event.metaKey);
  }
}

function follow(link, beside) {
  remember(link);
  if (beside) return open(link.href, '_blank', 'noopener');
  parts.dialog.close();
  location.assign(link.href);
}

function build() {
  const input = element('input', { type: 'text', role: 'combobox', class: 'form-control', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list', 'aria-label': says.title, placeholder: says.hint, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: '200', enterkeyhint: 'go' });
  const list = element('div', { id: 'palette-list', role: 'listbox', 'aria-label': says.title });
  const said = element('p', { class: 'spoken', role: 'status' });
  const close = element('button', { type: 'button', class: 'icon', 'aria-label': says.close }, icon('x'));
  const dialog = element('dialog', { class: 'sheet palette', 'aria-label': says.title }, element('header', {}, icon('search'), input, close), list, said, element('p', { class: 'help' }, says.keys));
  parts = { dialog, input, list, said };
  document.body.append(dialog);
  input.addEventListener('input', ask);
  input.addEventListener('keydown', key);
  close.addEventListener('click', () => dialog.close());
  list.addEventListener('click', event => {
    const link = event.target.closest('[role="option"]');
    if (!link || event.button) return;
    event.preventDefault();
    follow(link, event.ctrlKey || event.metaKey);
  });
  list.addEventListener('pointermove', event => { const link = event.target.closest('[role="option"]'); if (link) choose(link); });
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
}

function openPalette() {
  if (!parts) build();
  if (parts.dialog.open) return parts.dialog.close();
  parts.input.value = '';
  parts.said.textContent = '';
  last = { text: '', html: '' };
  moved = false;
  parts.dialog.showModal(); // and closing it gives the focus back
  show();
  parts.input.focus();
}

if (opener) {
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
    if (!parts?.dialog.open && document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    openPalette();
  }, true);
  opener.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    openPalette();
  });
}
