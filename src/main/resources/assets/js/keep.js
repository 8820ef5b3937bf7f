// Buttons that take a text out of the page into a file or onto paper. Hidden without this script.
for (const button of document.querySelectorAll('[data-save], [data-print]')) button.hidden = false;

function save({ save: id, name }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([document.getElementById(id).textContent.trim() + '\n'], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-save], [data-print]');
  if (!button) return;
  if ('save' in button.dataset) save(button.dataset);
  else print();
});
