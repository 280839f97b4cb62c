import type { KeyboardEvent } from 'react';
import type { Entry } from './use-entry.ts';

type Size = { readonly rows: number; readonly columns: number };

/** What a key does in the grid, as in Excel and WPS; true when the browser must leave the key alone. */
export function pressKey(event: KeyboardEvent, entry: Entry, size: Size): boolean {
  if (event.nativeEvent.isComposing) return false;
  return entry.mode === 'ready' ? pressReady(event, entry, size) : pressOpen(event, entry, size);
}

function pressReady(event: KeyboardEvent, entry: Entry, size: Size): boolean {
  const { row, column } = entry.spot;
  const control = event.ctrlKey || event.metaKey;
  const moves: Record<string, [number, number]> = {
    ArrowUp: control ? [0, column] : [row - 1, column],
    ArrowDown: control ? [size.rows - 1, column] : [row + 1, column],
    ArrowLeft: control ? [row, 0] : [row, column - 1],
    ArrowRight: control ? [row, size.columns - 1] : [row, column + 1],
    Home: control ? [0, 0] : [row, 0],
    End: control ? [size.rows - 1, size.columns - 1] : [row, size.columns - 1],
    PageUp: [row - 12, column],
    PageDown: [row + 12, column],
  };
  const move = moves[event.key];
  if (move) {
    entry.moveTo(move[0], move[1], event.shiftKey);
    return true;
  }
  if (control) return pressControl(event.key.toLowerCase(), entry);
  if (event.key === 'Enter') entry.enter(event.shiftKey);
  else if (event.key === 'Tab') return tab(event.shiftKey, entry, size);
  else if (event.key === 'F2') entry.change();
  else if (event.key === 'Delete' || event.key === 'Backspace') entry.empty();
  else if (event.key === 'Escape') entry.abandon();
  else return false;
  return true;
}

function pressControl(key: string, entry: Entry): boolean {
  if (key === 'a') entry.selectAll();
  else if (key === 'd') entry.fillDown();
  else if (key === 'z') entry.undo();
  else return false;
  return true;
}

/** While a cell is open: typing is left by the arrows as well, an edit only by Enter, Tab and Esc. */
function pressOpen(event: KeyboardEvent, entry: Entry, size: Size): boolean {
  const { row, column } = entry.spot;
  if (event.key === 'Escape') {
    entry.abandon();
    return true;
  }
  if (event.key === 'Enter') {
    entry.enter(event.shiftKey);
    return true;
  }
  const leaves: Record<string, [number, number]> = {
    ...(entry.mode === 'typing' && {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
    }),
  };
  const to = leaves[event.key];
  if (to) {
    entry.commit();
    entry.moveTo(to[0], to[1]);
    return true;
  }
  if (event.key !== 'Tab') return false;
  entry.commit();
  return tab(event.shiftKey, entry, size);
}

/** Right, then the next row; past the last cell the focus leaves the grid, so that nobody is caught in it. */
function tab(back: boolean, entry: Entry, size: Size): boolean {
  const place = entry.spot.row * size.columns + entry.spot.column + (back ? -1 : 1);
  if (place < 0 || place >= size.rows * size.columns) return false;
  entry.moveTo(Math.floor(place / size.columns), place % size.columns);
  return true;
}
