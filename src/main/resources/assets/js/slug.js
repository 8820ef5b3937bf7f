// Proposes a short name while the long one is typed, for as long as nobody has written his own.
const name = document.querySelector('[data-slug]');
const slug = document.getElementById(name.dataset.slug);

const proposal = text => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
  .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 63).replace(/-+$/, '');

let own = slug.value !== '' && slug.value !== proposal(name.value);
slug.addEventListener('input', () => { own = slug.value !== ''; });
name.addEventListener('input', () => { if (!own) slug.value = proposal(name.value); });
