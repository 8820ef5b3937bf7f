// Files on their way into what is being written: picked, pasted or dropped, each with its bar, each to be taken back.
// The form says where they go (`data-uploads`); what stands around it may be dropped on.
import { headers } from './server.js';
import { toast } from './toasts.js';

const form = () => document.querySelector('form[data-uploads]');
const area = () => form()?.closest('.thread, main');
const running = new Set();
form()?.setAttribute('data-scripted', '');

export const uploading = () => running.size > 0;
export const cancelUploads = () => { for (const request of running) request.abort(); };

function line(name) {
  const chip = document.createElement('span');
  chip.className = 'file waiting';
  const words = document.createElement('span');
  words.textContent = form().closest('[data-says-uploading]').dataset.saysUploading.replace('%', name);
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', words.textContent);
  chip.append(words, bar);
  return { chip, bar };
}

function upload(file) {
  const place = form()?.querySelector('[data-files]');
  if (!place) return;
  const { chip, bar } = line(file.name);
  place.append(chip);
  const data = new FormData();
  data.append('file', file, file.name || 'image.png');
  const request = new XMLHttpRequest();
  request.open('POST', form().dataset.uploads);
  for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
  request.addEventListener('loadend', () => {
    running.delete(request);
    if (request.status === 200) {
      const part = document.createElement('template');
      part.innerHTML = request.responseText;
      chip.replaceWith(part.content);
      return;
    }
    chip.remove();
    if (request.status !== 0 || navigator.onLine === false) toast(detail(request), { bad: true });
  });
  running.add(request);
  request.send(data);
}

function detail(request) {
  try { return JSON.parse(request.responseText).detail; } catch { return document.body.dataset.failed; }
}

document.addEventListener('change', event => {
  if (!event.target.matches('[data-uploads] [data-pick]')) return;
  for (const file of event.target.files) upload(file);
  event.target.value = '';
});
document.addEventListener('paste', event => {
  if (!event.target.closest?.('[data-uploads]') || !event.clipboardData?.files.length) return;
  event.preventDefault();
  for (const file of event.clipboardData.files) upload(file);
});
const carriesFiles = event => event.dataTransfer?.types.includes('Files') && area()?.contains(event.target);
document.addEventListener('dragover', event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form().dataset.dropping = '';
});
for (const kind of ['dragleave', 'drop']) {
  document.addEventListener(kind, event => {
    if (kind === 'dragleave' && area()?.contains(event.relatedTarget)) return;
    if (form()) delete form().dataset.dropping;
  });
}
document.addEventListener('drop', event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  for (const file of event.dataTransfer.files) upload(file);
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-uploads] [data-drops]')) event.target.closest('[data-file]').remove();
});
