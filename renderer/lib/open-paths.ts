import { createContext, useContext } from 'react';

/** The paths of the pages that this person's role may see, without the list of pages itself, which imports every page. */
export const OpenPaths = createContext<ReadonlySet<string>>(new Set());

/** Whether there is such a page for this person: a step may be known to who cannot open it. */
export function useMayOpen(): (path: string) => boolean {
  const open = useContext(OpenPaths);
  return (path) => open.has(path.split('?')[0] ?? path);
}
