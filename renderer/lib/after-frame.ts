const waiting = new Set<() => void>();

/**
 * Acts once the frame that is being made is on the screen, so that a key is answered before anything else is done about it. An
 * act that waits already is not asked for twice. Gives back what calls it off.
 */
export function afterFrame(act: () => void): () => void {
  if (waiting.size === 0) whenFrameIsOut(actAll);
  waiting.add(act);
  return () => waiting.delete(act);
}

/** A window out of sight makes no frames. */
function whenFrameIsOut(act: () => void): void {
  if (document.hidden) setTimeout(act);
  else requestAnimationFrame(() => setTimeout(act));
}

function actAll(): void {
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
