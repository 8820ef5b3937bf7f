// Requests of our own beside htmx's: the same headers, the same way to sign in again, problems as exceptions.
const token = () => JSON.parse(document.body.getAttribute('hx-headers'))['X-Form-Token'];

export class Problem extends Error {
  constructor(status, document, html) {
    super(document?.detail ?? '');
    this.status = status;
    this.code = (document?.type ?? '').replace('/problems/', '');
    this.html = html;
  }
}

export const headers = () => ({ 'HX-Request': 'true', 'X-Form-Token': token(), Accept: 'application/json, */*;q=0.5' });

/** The answer's text. Throws a Problem when the server declines and a TypeError when it cannot be reached. */
export async function ask(method, path, values, options = {}) {
  const answer = await fetch(path, {
    method, headers: headers(), body: values && new URLSearchParams(values), ...options,
  });
  if (answer.status === 401) {
    location.assign('/sign-in?next=' + encodeURIComponent(location.pathname));
    throw new Problem(401);
  }
  const text = await answer.text();
  if (answer.ok) return text;
  const json = (answer.headers.get('Content-Type') ?? '').includes('json');
  throw new Problem(answer.status, json ? JSON.parse(text) : null, json ? null : text);
}
