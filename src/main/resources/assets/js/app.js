// The frame's script: toasts, times in the reader's zone, counters, and what htmx is told on every page.
import { dress } from './times.js';
import { toast } from './toasts.js';
import { count } from './counts.js';
import './copy.js';
import './keep.js';
import './permits.js';
import './menus.js';
import './palette.js';

const { failed, lost } = document.body.dataset;

document.addEventListener('htmx:configRequest', event => {
  event.detail.headers.Accept = 'application/json, */*;q=0.5'; // problems come as documents, the rest as it is
});
document.addEventListener('htmx:responseError', event => {
  const { xhr } = event.detail;
  let detail = failed;
  try { detail = JSON.parse(xhr.responseText).detail || failed; } catch { /* a page, not a problem document */ }
  if (xhr.status !== 401) toast(detail, { bad: xhr.status >= 500 });
});
document.addEventListener('htmx:sendError', () => toast(lost, { bad: true }));
document.addEventListener('htmx:load', event => dress(event.target));

for (const button of document.querySelectorAll('[data-shows]')) button.hidden = false;
document.addEventListener('click', event => {
  const opener = event.target.closest('[data-shows]');
  if (opener) document.getElementById(opener.dataset.shows)?.showModal();
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});

// On a phone the settings' menu is a strip: the current entry must not lie beyond its edge.
for (const current of document.querySelectorAll('.settings :is(.menu, .mail-tabs) [aria-current]')) current.scrollIntoView({ block: 'nearest', inline: 'center' });

dress(document.body);
setInterval(() => dress(document.body, true), 30_000);
count();
document.addEventListener('visibilitychange', () => { if (!document.hidden) count(); });
