// Buttons that take a text out of the page: to the clipboard, into a file, onto paper. Hidden without this script.
import { toast } from './toasts.js';

for (const button of document.querySelectorAll('[data-copy], [data-save], [data-print]')) button.hidden = false;

const text = id => {
  const place = document.getElementById(id);
  return place.dataset.value ?? place.textContent.trim();
};

async function copy({ copy: id, copied }) {
  try {
    await navigator.clipboard.writeText(text(id));
    toast(copied);
  } catch { // no clipboard here: mark the text, the person's own keys copy it
    getSelection().selectAllChildren(document.getElementById(id));
  }
}

function save({ save: id, name }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text(id) + '\n'], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-copy], [data-save], [data-print]');
  if (!button) return;
  if ('copy' in button.dataset) copy(button.dataset);
  if ('save' in button.dataset) save(button.dataset);
  if ('print' in button.dataset) print();
});
