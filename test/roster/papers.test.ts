import { describe, expect, it } from 'vitest';
import type { Day } from '../../shared/calendar/day.ts';
import { changesSince } from '../../shared/roster/changes.ts';
import { roomRanges } from '../../shared/roster/room-ranges.ts';

const cell = (person: string, day: number, shift: string | null) => ({
  person,
  day: `2026-11-0${day}` as Day,
  shift,
});

describe('what a sheet says of changes since it was first hung up', () => {
  const first = { version: 1, cells: [cell('a', 1, 'D'), cell('a', 2, 'D'), cell('b', 1, null)] };

  it('tells each changed cell once, with what stood there and the version that changed it last', () => {
    const second = { version: 2, cells: [cell('a', 1, 'N'), cell('a', 2, 'N'), cell('b', 1, null)] };
    const third = { version: 4, cells: [cell('a', 1, 'N'), cell('a', 2, null), cell('b', 1, 'D')] };
    expect(changesSince([first, second, third])).toEqual([
      { person: 'a', day: '2026-11-01', before: 'D', now: 'N', version: 2 },
      { person: 'b', day: '2026-11-01', before: null, now: 'D', version: 4 },
      { person: 'a', day: '2026-11-02', before: 'N', now: null, version: 4 },
    ]);
  });

  it('tells a cell that was changed and changed back, since people were given both', () => {
    const second = { version: 2, cells: [cell('a', 1, 'N')] };
    const back = { version: 3, cells: [cell('a', 1, 'D')] };
    expect(changesSince([first, second, back])).toEqual([
      { person: 'a', day: '2026-11-01', before: 'N', now: 'D', version: 3 },
    ]);
  });

  it('tells nothing of a first version, nor of somebody who came later', () => {
    expect(changesSince([])).toEqual([]);
    expect(changesSince([first])).toEqual([]);
    expect(changesSince([first, { version: null, cells: [...first.cells, cell('new', 1, 'D')] }])).toEqual(
      [],
    );
  });
});

describe('rooms', () => {
  it('are said as ranges, in their order', () => {
    expect(roomRanges(['103', '101', '102', '102', '105', '阳光房'])).toEqual(['101–103', '105', '阳光房']);
    expect(roomRanges([])).toEqual([]);
  });
});
