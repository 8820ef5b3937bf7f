// The page of a space: its button opens the chat as soon as the chat is there.
const button = document.querySelector('[data-chat]');

function ready(tries = 40) {
  if (window.chatWidget) button.hidden = false;
  else if (tries) setTimeout(ready, 100, tries - 1);
}

button?.addEventListener('click', () => window.chatWidget.open());
ready();
