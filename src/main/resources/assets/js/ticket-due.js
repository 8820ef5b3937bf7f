// Clocks of one's own tickets: that one is near or over is said once, and stays marked in the list while it is open.
import { toast } from './toasts.js';

const says = document.querySelector('[data-says-near]')?.dataset;
const near = new Set();

/** @param data what the stream tells: whose it is, which ticket, what happened */
export function due(data) {
  if (!data.mine || !says) return;
  const over = data.what.startsWith('overdue');
  if (over) near.delete(data.ticket);
  else near.add(data.ticket);
  toast((over ? says.saysOver : says.saysNear).replace('%', data.number), { bad: over, key: 'due-' + data.number });
  markDue();
}

/** Rows that came anew. */
export function markDue() {
  for (const row of document.querySelectorAll('#rows tr[data-id]')) row.toggleAttribute('data-near', near.has(row.dataset.id));
}
