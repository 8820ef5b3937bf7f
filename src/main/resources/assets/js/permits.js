// Whether this browser may show notifications, and the button that asks for it.
const places = document.querySelectorAll('[data-permit]');

function show() {
  for (const place of places) place.hidden = place.dataset.permit !== globalThis.Notification?.permission;
}

if (places.length) {
  show();
  document.querySelector('[data-permit="default"] button').addEventListener('click', () => Notification.requestPermission().then(show));
}
