// Contacts: several at once, and rows of a form that come and go without a round trip.

const several = () => document.querySelector('form.several');

function tell() {
  const form = several();
  if (!form) return;
  const boxes = [...form.querySelectorAll('input[name="id"]')];
  const picked = boxes.filter(box => box.checked).length;
  const said = form.querySelector('[data-picked]');
  said.textContent = picked ? `${said.dataset.picked}: ${picked}` : '';
  form.querySelector('.bulk').classList.toggle('on', picked > 0);
  for (const all of form.querySelectorAll('[data-all]')) {
    all.hidden = false;
    all.checked = picked > 0 && picked === boxes.length;
    all.indeterminate = picked > 0 && picked < boxes.length;
  }
}

document.addEventListener('change', event => {
  if (event.target.matches('[data-all]')) {
    for (const box of several().querySelectorAll('input[name="id"]')) box.checked = event.target.checked;
  }
  if (event.target.closest('form.several')) tell();
});
document.addEventListener('htmx:afterSwap', tell);
// Enter in a field of the bar means the button beside it, not the first one of the form.
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !event.target.matches('form.several .pop input')) return;
  event.preventDefault();
  event.target.closest('.pop').querySelector('button').click();
});
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('[data-search]');
  if (search) { event.preventDefault(); search.focus(); search.select(); }
});
tell();

// -- rows --

const form = document.querySelector('form[data-rows]');

function number(list) {
  [...list.children].forEach((line, at) => {
    for (const box of line.querySelectorAll('input[type="radio"], input[type="checkbox"]')) box.value = at;
    const gone = line.querySelector('button[name="row"]');
    if (gone) gone.value = `${list.dataset.list}.${at}`;
  });
}

function add(list) {
  const line = list.lastElementChild.cloneNode(true);
  for (const field of line.querySelectorAll('input')) {
    if (field.matches('[type="radio"], [type="checkbox"]')) field.checked = false;
    else field.value = '';
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
  list.append(line);
  number(list);
  window.htmx?.process(line);
  line.querySelector('input').focus();
}

function take(line) {
  const list = line.parentElement;
  const next = line.nextElementSibling || line.previousElementSibling;
  if (next) line.remove();
  else for (const field of line.querySelectorAll('input')) { if (field.matches('[type="checkbox"]')) field.checked = false; else if (!field.matches('[type="radio"]')) field.value = ''; }
  const radios = [...list.querySelectorAll('input[type="radio"]')];
  if (radios.length && !radios.some(one => one.checked)) radios[0].checked = true;
  number(list);
  (next || line).querySelector('input').focus();
}

form?.addEventListener('click', event => {
  const button = event.target.closest('button[name="row"]');
  if (!button) return;
  event.preventDefault();
  if (button.dataset.add) add(form.querySelector(`[data-list="${button.dataset.add}"]`));
  else take(button.closest('.line'));
});
