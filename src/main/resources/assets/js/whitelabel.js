// The brand editor: keeps the draft while one types, and shows it beside the form.
const form = document.getElementById('brand');
const preview = document.getElementById('preview');
const page = preview.querySelector('.wl-page');
const frame = preview.querySelector('.wl-frame');
const browser = () => document.getElementById('wl-browser');
const PAUSE = 450;
let timer;
let busy = false;
let waiting;
let leaving = false;
let dark = false;

form.addEventListener('input', event => { twin(event.target); later(event.target.type === 'file' ? 0 : PAUSE); });
form.addEventListener('change', event => { if (event.target.type === 'file' && event.target.files.length) later(0); });

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(() => htmx.trigger(form, 'later'), pause);
}

// The browser's own colour field and the text beside it are one value.
function twin(field) {
  if (field.dataset.twin) document.getElementById(field.dataset.twin).value = field.value;
  const picker = form.querySelector(`[data-twin="${field.id}"]`);
  if (picker && /^#?[0-9a-f]{6}$/i.test(field.value)) picker.value = `#${field.value.replace('#', '').toLowerCase()}`;
}

// Buttons that change a value need no round trip of the whole page.
form.addEventListener('click', event => {
  const button = event.target.closest('[data-set], [name="remove"]');
  if (!button) return;
  event.preventDefault();
  if (button.dataset.set) {
    const field = document.getElementById(button.dataset.set);
    field.value = button.dataset.value;
    twin(field);
    field.focus();
    later(0);
    return;
  }
  const removed = Object.assign(document.createElement('input'), { type: 'hidden', name: 'remove', value: button.value });
  form.append(removed);
  htmx.trigger(form, 'later');
  form.addEventListener('htmx:afterRequest', () => removed.remove(), { once: true });
});

// What is on its way arrives before the form goes as a whole, or it would meet its own change.
form.addEventListener('submit', event => {
  clearTimeout(timer);
  leaving = !busy;
  if (!busy) return;
  event.preventDefault();
  waiting = event.submitter;
});
form.addEventListener('htmx:beforeRequest', event => {
  if (leaving) event.preventDefault();
  else busy = true;
});
form.addEventListener('htmx:afterRequest', () => {
  busy = false;
  if (!waiting) return;
  const submitter = waiting;
  waiting = undefined;
  form.requestSubmit(submitter);
});
// What does not fit is answered as such, and shown like the rest.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status !== 422) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});
document.addEventListener('htmx:afterSettle', mark);
document.addEventListener('htmx:oobAfterSwap', mark);

function mark() {
  const state = document.getElementById('wl-state');
  for (const fault of form.querySelectorAll('.wl-fault')) {
    document.getElementById(fault.dataset.field)?.toggleAttribute('aria-invalid', fault.childElementCount > 0);
    if (fault.childElementCount > 0) document.getElementById(fault.dataset.field)?.setAttribute('aria-invalid', 'true');
  }
  form.querySelector('[data-discard]').hidden = state.dataset.pending !== 'true';
  browser().hidden = part() !== 'tab';
  if (state.dataset.look !== shown) show();
}

// A new page is loaded behind the old one and takes its place when it is there.
let shown = document.getElementById('wl-state').dataset.look;
const part = () => preview.dataset.part;

function show() {
  shown = document.getElementById('wl-state').dataset.look;
  if (part() === 'tab') return;
  const next = page.querySelector('iframe:not([data-next])').cloneNode();
  for (const late of page.querySelectorAll('[data-next]')) late.remove();
  next.dataset.next = '';
  next.dataset.part = part();
  next.title = preview.querySelector('[data-part][aria-current]').textContent;
  next.src = `/organization/white-label/preview/${part()}?look=${shown}${dark ? '&theme=dark' : ''}`;
  next.addEventListener('load', () => {
    const old = page.querySelector('iframe:not([data-next])');
    const top = scrolled(old);
    delete next.dataset.next;
    old.remove();
    if (top) next.contentWindow.scrollTo(0, top);
  }, { once: true });
  page.append(next);
}

// A mail's frame belongs to nobody and does not say.
function scrolled(old) {
  try { return old.dataset.part === part() ? old.contentWindow.scrollY : 0; } catch { return 0; }
}

preview.addEventListener('click', event => {
  const tab = event.target.closest('.wl-tab');
  if (!tab) return;
  event.preventDefault();
  for (const other of preview.querySelectorAll('.wl-tab')) other.removeAttribute('aria-current');
  tab.setAttribute('aria-current', 'true');
  preview.dataset.part = tab.dataset.part;
  frame.dataset.frame = tab.dataset.frame;
  page.hidden = tab.dataset.part === 'tab';
  browser().hidden = tab.dataset.part !== 'tab';
  show();
});

const shade = preview.querySelector('[data-shade]');
shade.hidden = false;
shade.addEventListener('click', () => {
  dark = !dark;
  shade.setAttribute('aria-pressed', dark);
  show();
});
