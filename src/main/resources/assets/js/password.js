// A new password: its rule ticks while somebody types, and what is typed can be looked at. The server decides.
const rules = {
  length: text => [...text].length >= 10,
  lower: text => /\p{Lowercase}/u.test(text),
  upper: text => /\p{Uppercase}/u.test(text),
  digit: text => /\p{Nd}/u.test(text),
};

function tick(text) {
  for (const line of document.querySelectorAll('[data-rule]')) {
    const met = rules[line.dataset.rule](text);
    line.classList.toggle('met', met);
    line.querySelector('i').className = met ? 'ti ti-check' : 'ti ti-minus';
    line.querySelector('span').hidden = !met;
  }
}

for (const field of document.querySelectorAll('[data-password]')) {
  field.addEventListener('input', () => tick(field.value));
  tick(field.value);
  // Once the form is on its way the meter asks no more: the new session would refuse the old page's question.
  let sent = false;
  field.form?.addEventListener('submit', () => { sent = true; });
  field.addEventListener('htmx:beforeRequest', event => { if (sent) event.preventDefault(); });
}

for (const button of document.querySelectorAll('[data-reveals]')) {
  const field = document.getElementById(button.dataset.reveals);
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', shown);
    button.querySelector('i').className = shown ? 'ti ti-eye-off' : 'ti ti-eye';
  });
}

document.querySelector('[aria-invalid="true"]')?.focus();
