// The form for a new ticket: finds the requester while one types, or takes an address.
import { ask } from './server.js';
import { uploading } from './uploads.js';
import './markdown.js';

const form = document.getElementById('composer');
const who = document.getElementById('who');
const list = document.getElementById('who-list');
const chosen = form?.querySelector('[data-chosen]');
const choosing = form?.querySelector('[data-choosing]');
const PAUSE = 180;

if (form) form.elements.key.value ||= crypto.randomUUID();
for (const part of form?.querySelectorAll('[data-picker], [data-rechoose]') ?? []) part.hidden = false;

const options = () => [...list.querySelectorAll('[role="option"]')];

function show(on) {
  list.hidden = !on;
  who.setAttribute('aria-expanded', String(on));
}

let waiting = null;
let asked = 0;
function find() {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const turn = ++asked;
    const q = who.value.trim();
    if (!q) return show(false);
    const html = await ask('GET', '/tickets/requesters?' + new URLSearchParams({ space: form.elements.space.value, q })).catch(() => '');
    if (turn !== asked) return;
    list.innerHTML = html;
    show(html.trim() !== '');
    if (q.includes('@') && !options().length) form.elements.email.value = q;
  }, PAUSE);
}

function choose(option) {
  form.querySelector('[data-requester-id]').value = option.dataset.requester;
  form.querySelector('[data-chosen-name]').textContent = option.dataset.name;
  chosen.hidden = false;
  choosing.hidden = true;
  show(false);
  (form.elements.subject.value ? form.querySelector('[data-rechoose]') : form.elements.subject).focus();
}

function rechoose() {
  form.querySelector('[data-requester-id]').value = '';
  chosen.hidden = true;
  choosing.hidden = false;
  who.value = '';
  who.focus();
}

who?.addEventListener('input', find);
form?.addEventListener('click', event => {
  const option = event.target.closest('[data-requester]');
  if (option) choose(option);
  if (event.target.closest('[data-rechoose]')) rechoose();
});
who?.addEventListener('keydown', event => {
  if (event.key === 'Enter') { event.preventDefault(); if (options().length) choose(options()[0]); }
  if (event.key === 'Escape') show(false);
  if (event.key === 'ArrowDown') { event.preventDefault(); options()[0]?.focus(); }
});
list?.addEventListener('keydown', event => {
  const at = options().indexOf(document.activeElement);
  if (event.key === 'Escape') { show(false); who.focus(); }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  (options()[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? who).focus();
});
document.addEventListener('click', event => { if (list && !event.target.closest('.picker')) show(false); });
form?.addEventListener('submit', event => { if (uploading()) event.preventDefault(); });
if (who && !choosing.hidden && !form.querySelector('[aria-invalid]')) who.focus();
