import { useSyncExternalStore } from 'react';

/**
 * Where the window is, all of it after the `#`: `#/payroll?month=2026-10`. wouter's own hash hook keeps the query before the `#`,
 * where it would stay when the next page is opened, and would be lost in a link that is copied.
 */
const place = () => {
  const hash = window.location.hash.replace(/^#?\/?/, '/');
  const mark = hash.indexOf('?');
  return mark < 0 ? { path: hash, search: '' } : { path: hash.slice(0, mark), search: hash.slice(mark + 1) };
};

const subscribe = (told: () => void) => {
  window.addEventListener('hashchange', told);
  window.addEventListener('popstate', told);
  return () => {
    window.removeEventListener('hashchange', told);
    window.removeEventListener('popstate', told);
  };
};

type Options = { readonly state?: unknown; readonly replace?: boolean };

function navigate(to: string, { state = null, replace = false }: Options = {}): void {
  const address = `#/${to.replace(/^#?\/?/, '')}`;
  if (replace) window.history.replaceState(state, '', address);
  else window.history.pushState(state, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** For wouter's Router: `hook`. */
export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => place().path), navigate];
}
useHashLocation.hrefs = (href: string) => `#${href}`;

/** For wouter's Router: `searchHook`. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => place().search);
}
