import { describe, expect, it, vi } from 'vitest';
import { repeatBlock } from '../../renderer/kit/grid-text.ts';
import { moveByKey } from '../../renderer/kit/month-grid-moves.ts';
import { openSelection } from '../../renderer/kit/use-month-selection.ts';

const size = { rows: 20, columns: 31 };
const key = (name: string, held: { shift?: boolean; control?: boolean } = {}) => ({
  key: name,
  shiftKey: held.shift ?? false,
  ctrlKey: held.control ?? false,
  metaKey: false,
});

describe('moving in a month', () => {
  const walk = (...keys: ReturnType<typeof key>[]) => {
    const selection = openSelection(size.rows, size.columns);
    selection.place({ row: 5, column: 5 }, false);
    for (const one of keys) moveByKey(one, selection, size);
    return selection.current();
  };

  it('goes by arrows, by ten, to the ends of the row, and with Ctrl to the edge', () => {
    expect(walk(key('ArrowRight'), key('ArrowDown')).spot).toEqual({ row: 6, column: 6 });
    expect(walk(key('PageUp')).spot).toEqual({ row: 0, column: 5 });
    expect(walk(key('End')).spot).toEqual({ row: 5, column: 30 });
    expect(walk(key('ArrowDown', { control: true })).spot).toEqual({ row: 19, column: 5 });
    expect(walk(key('End', { control: true })).spot).toEqual({ row: 19, column: 30 });
    expect(walk(key('Enter')).spot).toEqual({ row: 6, column: 5 });
  });

  it('stays inside', () => {
    expect(walk(key('Home'), key('ArrowLeft')).spot).toEqual({ row: 5, column: 0 });
  });

  it('selects with Shift, whole rows and columns with the space bar, everything with Ctrl+A, and lets go with Escape', () => {
    const right = key('ArrowRight', { shift: true });
    expect(walk(right, right).range).toEqual({ top: 5, left: 5, bottom: 5, right: 7 });
    expect(walk(key(' ', { shift: true })).range).toEqual({ top: 5, left: 0, bottom: 5, right: 30 });
    expect(walk(key(' ', { control: true })).range).toEqual({ top: 0, left: 5, bottom: 19, right: 5 });
    expect(walk(key('a', { control: true })).range).toEqual({ top: 0, left: 0, bottom: 19, right: 30 });
    expect(walk(right, key('Escape')).range).toEqual({ top: 5, left: 6, bottom: 5, right: 6 });
  });

  it('leaves letters to the page, and Space too', () => {
    const selection = openSelection(size.rows, size.columns);
    expect(
      [key('d'), key(' '), key('z', { control: true })].map((one) => moveByKey(one, selection, size)),
    ).toEqual([false, false, false]);
  });

  it('tells nobody when nothing moved, and comes back inside when the month gets shorter', () => {
    const selection = openSelection(size.rows, size.columns);
    const told = vi.fn<() => void>();
    selection.subscribe(told);
    selection.move(-1, 0, false);
    expect(told).not.toHaveBeenCalled();
    selection.place({ row: 19, column: 30 }, false);
    selection.fit(10, 30);
    expect(selection.current().spot).toEqual({ row: 9, column: 29 });
    expect(told).toHaveBeenCalledTimes(2);
  });
});

describe('repeating a block', () => {
  const range = (tall: number, wide: number) => ({ top: 0, left: 0, bottom: tall - 1, right: wide - 1 });

  it('fills a larger selection and is cut at its edge', () => {
    expect(repeatBlock([['D', 'N']], range(2, 5))).toEqual([
      ['D', 'N', 'D', 'N', 'D'],
      ['D', 'N', 'D', 'N', 'D'],
    ]);
    expect(repeatBlock([['D'], ['N']], range(3, 1))).toEqual([['D'], ['N'], ['D']]);
  });

  it('stays whole where the selection is smaller, and as it is when its lines differ in length', () => {
    expect(repeatBlock([['D', 'N', 'D']], range(1, 2))).toEqual([['D', 'N', 'D']]);
    expect(repeatBlock([['D'], ['N', 'D']], range(4, 4))).toEqual([['D'], ['N', 'D']]);
  });
});
