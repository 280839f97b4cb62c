import { describe, expect, it } from 'vitest';
import type { Day } from '../../shared/calendar/day.ts';
import { rosterLayout } from '../../renderer/print/roster-layout.ts';
import { shiftMarks, versionMark } from '../../renderer/print/shift-marks.ts';
import { changesSince } from '../../shared/roster/changes.ts';
import { byZone } from '../../shared/roster/duties-by-zone.ts';
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

describe('the sheet for the wall', () => {
  it('shares people evenly over pages of at most twenty, and everybody stands on one', () => {
    for (let people = 1; people <= 130; people++) {
      const { pages } = rosterLayout(people, 2, 0);
      expect(pages.map(({ from, to }) => to - from).every((count) => count >= 1 && count <= 20)).toBe(true);
      expect(pages.flatMap(({ from, to }) => [from, to])).toEqual([
        ...pages.flatMap(({ from }) => [from, from]).slice(1),
        people,
      ]);
    }
    expect(rosterLayout(21, 2, 0).pages).toEqual([
      { from: 0, to: 11 },
      { from: 11, to: 21 },
    ]);
    expect(rosterLayout(60, 4, 9).pages).toHaveLength(3);
  });

  it('makes rows as high as the last page allows, never too low to read', () => {
    expect(rosterLayout(8, 2, 0).rowHeight).toBe(13);
    expect(rosterLayout(19, 2, 0).rowHeight).toBeGreaterThan(rosterLayout(20, 4, 30).rowHeight);
    expect(rosterLayout(20, 6, 400).rowHeight).toBe(5.6);
  });

  it('gives each shift of a day and of a night a form of its own, nights dark', () => {
    const shift = (code: string, night = false) => ({ code, night });
    const marks = shiftMarks([shift('D'), shift('N', true), shift('E'), shift('M'), shift('X', true)]);
    expect([...marks]).toEqual([
      ['D', 'plain'],
      ['E', 'ring'],
      ['M', 'bar'],
      ['N', 'solid'],
      ['X', 'frame'],
    ]);
    expect([1, 2, 20, 21, null].map(versionMark)).toEqual(['①', '②', '⑳', '(21)', '*']);
  });
});

describe('the duty list by zone', () => {
  const lies = (id: string, bed: string, zone: string | null) => ({
    id,
    name: id,
    bed,
    zone,
    basis: 'own' as const,
    kept: false,
    wish: null,
  });

  it('puts a caregiver into each zone where she answers for somebody, with a word on the others, those without a zone last', () => {
    const caregivers = [
      { id: 'c1', name: '甲', residents: [lies('r9', '110-1', 'east'), lies('r1', '201-1', 'west')] },
      { id: 'c2', name: '乙', residents: [lies('r2', '102-1', 'east')] },
      { id: 'c3', name: '丙', residents: [lies('r3', '9-1', null)] },
      { id: 'c4', name: '丁', residents: [] },
    ];
    const zones = byZone({ caregivers }, ['east', 'west', 'empty']);
    expect(zones.map(({ zone, count }) => [zone, count])).toEqual([
      ['east', 2],
      ['west', 1],
      [null, 1],
    ]);
    expect(zones[0]?.rows.map(({ caregiver, elsewhere }) => [caregiver.name, elsewhere])).toEqual([
      ['乙', []],
      ['甲', [{ zone: 'west', count: 1 }]],
    ]);
  });
});
