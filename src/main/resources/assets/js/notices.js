// What the browser tells while nobody looks, for who asked for it and allowed it.
const says = document.querySelector('[data-notices]')?.dataset ?? {};
const wanted = new Set((says.notices ?? '').trim().split(' '));
const WORDS = { NEW_CONVERSATION: says.noticeNew, HANDED_TO_ME: says.noticeHanded, REPLY_IN_MINE: says.noticeReply };

/** Nothing that a person wrote is in it: it may be read on a locked screen. One at a time for each thing it leads to. */
export function notify(what, path) {
  if (!document.hidden || !wanted.has(what) || globalThis.Notification?.permission !== 'granted') return;
  try {
    const icon = document.querySelector('link[rel="apple-touch-icon"]')?.href;
    const notice = new Notification(WORDS[what], { tag: path, icon });
    notice.addEventListener('click', () => {
      window.focus();
      location.assign(path);
    });
  } catch { /* a browser that shows them only for installed pages */ }
}
