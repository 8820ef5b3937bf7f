// Instants as the reader's clock and calendar say them. The server writes UTC; browsers know the zone.
const language = document.documentElement.lang || undefined;
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const long = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
const both = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' });
const names = new Intl.DisplayNames(language, { type: 'language' });
const unit = (n, name) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(n);
const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

const midnight = date => new Date(date.getFullYear(), date.getMonth(), date.getDate());
export const daysBefore = date => Math.round((midnight(new Date()) - midnight(date)) / DAY);

/** How long ago, as short as a list needs it. */
function since(date) {
  const passed = Date.now() - date;
  if (passed < HOUR) return unit(Math.max(1, Math.floor(passed / MINUTE)), 'minute');
  const days = daysBefore(date);
  if (days === 0) return unit(Math.floor(passed / HOUR), 'hour');
  return days === 1 ? ago.format(-1, 'day') : short.format(date);
}

export const dayName = date => long.format(date);

/** Writes every `time` below a root; `again` only those that age. */
export function dress(root, again = false) {
  if (!root?.querySelectorAll) return;
  for (const time of root.querySelectorAll(again ? 'time[data-ago]' : 'time[datetime]')) {
    const date = new Date(time.dateTime);
    if (Number.isNaN(+date)) continue;
    time.textContent = written(date, time.dataset);
    time.title = full.format(date);
  }
  for (const place of root.querySelectorAll('[data-language]')) place.textContent = names.of(place.dataset.language);
}

/** A time says how it wants to be told: `data-ago`, `data-clock`, `data-day`, or in full. */
function written(date, wish) {
  if ('ago' in wish) return since(date);
  if ('clock' in wish) return clock.format(date);
  return ('day' in wish ? long : both).format(date);
}
