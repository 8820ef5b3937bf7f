// Files on their way into a message: picked, pasted or dropped, each with its bar, each to be taken back.
import { headers } from './server.js';
import { toast } from './toasts.js';

const says = document.getElementById('console').dataset;
const running = new Set();

export const uploading = () => running.size > 0;
export const cancelUploads = () => { for (const request of running) request.abort(); };

function line(name) {
  const chip = document.createElement('span');
  chip.className = 'file waiting';
  const words = document.createElement('span');
  words.textContent = says.saysUploading.replace('%', name);
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', words.textContent);
  chip.append(words, bar);
  return { chip, bar };
}

function upload(file) {
  const id = document.querySelector('.thread[data-id]')?.dataset.id;
  const place = document.querySelector('.composer [data-files]');
  if (!id || !place) return;
  const { chip, bar } = line(file.name);
  place.append(chip);
  const form = new FormData();
  form.append('file', file, file.name || 'image.png');
  const request = new XMLHttpRequest();
  request.open('POST', `/console/conversations/${id}/attachments`);
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
  request.send(form);
}

function detail(request) {
  try { return JSON.parse(request.responseText).detail; } catch { return document.body.dataset.failed; }
}

document.addEventListener('change', event => {
  if (!event.target.matches('[data-pick]')) return;
  for (const file of event.target.files) upload(file);
  event.target.value = '';
});
document.addEventListener('paste', event => {
  if (!event.target.closest?.('.composer') || !event.clipboardData?.files.length) return;
  event.preventDefault();
  for (const file of event.clipboardData.files) upload(file);
});
const carriesFiles = event => event.dataTransfer?.types.includes('Files') && event.target.closest?.('.thread[data-id]');
document.addEventListener('dragover', event => {
  const thread = carriesFiles(event);
  if (!thread) return;
  event.preventDefault();
  thread.querySelector('.composer').dataset.dropping = '';
});
for (const kind of ['dragleave', 'drop']) {
  document.addEventListener(kind, event => {
    if (kind === 'dragleave' && event.relatedTarget?.closest?.('.thread')) return;
    const composer = document.querySelector('.composer[data-dropping]');
    if (composer) delete composer.dataset.dropping;
  });
}
document.addEventListener('drop', event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  for (const file of event.dataTransfer.files) upload(file);
});
document.addEventListener('click', event => {
  if (event.target.closest('.composer [data-drops]')) event.target.closest('[data-file]').remove();
});
