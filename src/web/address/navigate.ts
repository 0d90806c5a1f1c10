type Listener = () => void;
const listeners = new Set<Listener>();

const tell = () => {
  for (const listener of listeners) listener();
};

/** Calls a listener when the address changes, including by the browser's back and forward; returns a function that unsubscribes. */
export function onAddress(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Navigates to another address of the page. `replace`: without a new history entry. */
export function navigate(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  tell();
}

/** Follows links within the page without reloading it. */
export function followLinks(isOfPage: (url: URL) => boolean): void {
  addEventListener('popstate', tell);
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    const isPlace = url.pathname === location.pathname && url.search === location.search && url.hash !== '';
    if (url.origin !== location.origin || isPlace || !isOfPage(url)) return;
    event.preventDefault();
    const isElsewhere = url.pathname !== location.pathname;
    navigate(url.href);
    if (isElsewhere) scrollTo(0, 0);
  });
}
