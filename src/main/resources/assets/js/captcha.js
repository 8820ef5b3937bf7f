// The proof of work of a form: begun as soon as somebody touches it, so that it is done when he sends.
const AGE = 25 * 60_000; // a challenge lives for half an hour

for (const form of document.querySelectorAll('form[data-proved]')) {
  const place = form.querySelector('.pp-proof');
  const field = place.querySelector('input');
  const said = place.querySelector('[role="status"]');
  let going = null;
  let doneAt = 0;

  const say = (state, text) => { place.dataset.state = state; said.textContent = text; };

  const work = async () => {
    say('working', place.dataset.working);
    const answer = await fetch(place.dataset.challenge, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.status);
    const task = await answer.json();
    const found = await solve(task, place.dataset.worker);
    const { algorithm, challenge, salt, signature } = task;
    field.value = btoa(JSON.stringify({ algorithm, challenge, number: found.number, salt, signature, took: found.took }));
    doneAt = Date.now();
    say('done', place.dataset.done);
  };

  const prove = () => {
    if (field.value && Date.now() - doneAt < AGE) return Promise.resolve();
    field.value = '';
    going ??= work().catch(() => say('failed', place.dataset.failed)).finally(() => { going = null; });
    return going;
  };

  form.addEventListener('focusin', prove);
  form.addEventListener('submit', event => {
    if (field.value && Date.now() - doneAt < AGE) return;
    event.preventDefault();
    prove().then(() => { if (field.value) form.requestSubmit(event.submitter); });
  });
}

/** Tries numbers beside the page, so that it stays quick. */
function solve(task, address) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address);
    const end = (how, what) => { worker.terminate(); how(what); };
    worker.onmessage = event => event.data ? end(resolve, event.data) : end(reject, new Error('nothing found'));
    worker.onerror = event => end(reject, event);
    const { algorithm, challenge, salt, maxnumber } = task;
    worker.postMessage({ type: 'work', payload: { algorithm, challenge, salt }, start: 0, max: maxnumber });
  });
}
