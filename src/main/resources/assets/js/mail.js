// The editor of a mail's text: placeholders at the cursor, and a preview that follows what is written.
const form = document.getElementById('template');
const body = document.getElementById('body');
const parts = document.querySelectorAll('.mail-preview button');
const PAUSE = 600;
let last = body;
let timer;

for (const hint of document.querySelectorAll('[data-with-script]')) hint.hidden = false;
for (const field of form.querySelectorAll('#subject, #body')) {
  field.addEventListener('focus', () => { last = field; });
  field.addEventListener('input', later);
}

form.addEventListener('click', event => {
  const name = event.target.closest('[data-insert]')?.dataset.insert;
  if (!name) return;
  last.setRangeText(`{{${name}}}`, last.selectionStart, last.selectionEnd, 'end');
  last.focus();
  later();
});

for (const part of parts) part.addEventListener('click', () => {
  for (const other of parts) other.setAttribute('aria-pressed', other === part);
});

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => form.requestSubmit([...parts].find(part => part.getAttribute('aria-pressed') === 'true')), PAUSE);
}
