// Shows what is new on an open page as it comes, and never touches a form that somebody has begun to fill in.
// The server tells that something changed; the page is then fetched again, and its changed parts are swapped in.
const live = document.getElementById('live');
let stream;

// A hidden page holds no connection: browsers allow only a few to one server.
document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
// A page that the browser kept aside is old: its forms may have been sent.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
if (!document.hidden) connect();

function connect() {
  disconnect();
  stream = new EventSource(`${live.dataset.live}?since=${encodeURIComponent(live.dataset.stamp)}`);
  stream.addEventListener('changed', refresh);
}

function disconnect() {
  stream?.close();
  stream = undefined;
}

async function refresh() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  // The session may have ended: the page stays as it is until it is loaded again.
  if (!response.ok || response.redirected) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = document.querySelector('[data-list]');
  const cards = [...(fresh.querySelector('[data-list]')?.children ?? [])];
  const hasChanged = swapParts(fresh, list);
  const hasArrived = list ? showCards(list, cards) : false;
  live.dataset.stamp = fresh.getElementById('live').dataset.stamp;
  document.dispatchEvent(new Event('samverk:swapped'));
  if (hasArrived) announce(live.dataset.arrived);
  else if (hasChanged) announce(live.dataset.changed);
}

/** Parts whose version is another than before. A part that somebody is busy in waits. */
function swapParts(fresh, list) {
  let hasChanged = false;
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const here = document.getElementById(part.id);
    if (!here || here.dataset.part === part.dataset.part || isBusy(here)) continue;
    here.replaceWith(document.importNode(part, true));
    hasChanged ||= list?.contains(document.getElementById(part.id)) ?? false;
  }
  return hasChanged;
}

/** Brings in the cards that were not there before, in the server's order, and takes away those that are gone. */
function showCards(list, cards) {
  const ids = cards.map(({ id }) => id);
  for (const here of [...list.children]) {
    if (!ids.includes(here.id) && !isBusy(here)) here.remove();
  }
  let next = list.firstElementChild;
  let hasArrived = false;
  for (const card of cards) {
    const here = document.getElementById(card.id);
    if (!here) list.insertBefore(document.importNode(card, true), next);
    next = here ? here.nextElementSibling : next;
    hasArrived ||= !here;
  }
  return hasArrived;
}

function isBusy(part) {
  return part.contains(document.activeElement) || part.querySelector('form[data-begun], details[open]') !== null;
}

function announce(text) {
  const news = document.getElementById('news');
  news.textContent = '';
  // The same words twice are read twice only when they went away in between.
  requestAnimationFrame(() => {
    news.textContent = text;
  });
}
