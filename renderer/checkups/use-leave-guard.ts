import { useEffect } from 'react';
import { useLocation } from 'wouter';

/**
 * Asks before somebody leaves a page with unsaved work. A click on a link to another page is held and handed to `ask`, with the
 * way on; closing the window or loading it anew is asked by the browser itself.
 */
export function useLeaveGuard(unsaved: boolean, ask: (leave: () => void) => void): void {
  const [, go] = useLocation();
  useEffect(() => {
    if (!unsaved) return undefined;
    const hold = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href') ?? '';
      if (!href.startsWith('#') || href === window.location.hash) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => go(href.slice(1)));
    };
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', hold, true);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('click', hold, true);
      window.removeEventListener('beforeunload', warn);
    };
  }, [unsaved, ask, go]);
}
