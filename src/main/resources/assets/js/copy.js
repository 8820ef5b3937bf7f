// Buttons that copy what another element says, or its `data-value`. Hidden without this script where they say so.
import { toast } from './toasts.js';

for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.dataset.value ?? source.textContent.trim());
    toast(button.dataset.copied);
  } catch { // Without a clipboard (plain http): select it, the keyboard does the rest.
    getSelection().selectAllChildren(source);
  }
});
