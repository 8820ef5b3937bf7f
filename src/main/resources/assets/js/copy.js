// Buttons that copy what another element says.
import { toast } from './toasts.js';

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    toast(button.dataset.copied);
  } catch { // Without a clipboard (plain http): select it, the keyboard does the rest.
    getSelection().selectAllChildren(source);
  }
});
