/** The least height that is of use: the rest of the page scrolls. */
const LEAST = '18rem';

/**
 * Lets an element reach down to the foot of the window but for some room below it, and follows when what stands above it grows
 * or shrinks: `--grid-height` is the room that is left. Gives back what ends it.
 */
export function fillWindow(element: HTMLElement, roomBelow: string): () => void {
  let [last, frame] = [-1, 0];
  const fit = () => {
    const scrolled = element.closest('main')?.scrollTop ?? 0;
    const top = Math.round(element.getBoundingClientRect().top + scrolled);
    if (top === last) return;
    last = top;
    element.style.setProperty('--grid-height', `max(${LEAST}, calc(100vh - ${top}px - ${roomBelow}))`);
  };
  // In a frame of its own: what is measured must not change what is being measured.
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  });
  fit();
  if (element.parentElement) observer.observe(element.parentElement);
  observer.observe(document.documentElement);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
