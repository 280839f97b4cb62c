import { useLayoutEffect, useRef, type RefObject } from 'react';
import { openDrawing, type Drawing } from './month-grid-drawing.ts';
import type { LineOf } from './month-grid-lines.ts';

type Lines<Source> = {
  /** The element that the lines stand in. */
  readonly parent: RefObject<HTMLDivElement | null>;
  readonly drawing: RefObject<Drawing<Source> | null>;
};

/** Draws lines into an element, which React leaves alone but for what it puts after them. */
export function useLines<Source>(
  sources: readonly Source[],
  line: LineOf<Source>,
  rowClass: 'row' | 'foot',
  id?: string,
): Lines<Source> {
  const parent = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing<Source>>(null);
  const isThere = sources.length > 0;
  useLayoutEffect(() => {
    if (!parent.current || !isThere) return undefined;
    const own = openDrawing<Source>(parent.current, rowClass, id);
    drawing.current = own;
    return () => {
      own.clear();
      drawing.current = null;
    };
  }, [rowClass, id, isThere]);
  useLayoutEffect(() => drawing.current?.show(sources, line), [sources, line]);
  return { parent, drawing };
}
