import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, monthOf, type Day } from '../../shared/calendar/day.ts';
import { KEPT, toDelete, type Kept } from '../../shared/backup/rotation.ts';
import { count, seed } from '../support/counts.ts';

const first = day('2026-01-01');
const good = (at: Day, time = '01:00'): Kept => ({
  name: `${at} ${time}`,
  day: at,
  madeAt: `${at}T${time}:00.000Z`,
  state: 'good',
});
const backups = fc
  .uniqueArray(
    fc.record({ offset: fc.integer({ min: 0, max: 900 }), minute: fc.integer({ min: 0, max: 59 }) }),
    { maxLength: 80, selector: ({ offset, minute }) => `${offset} ${minute}` },
  )
  .chain((times) =>
    fc.tuple(
      fc.constant(times),
      fc.array(fc.constantFrom('good', 'good', 'good', 'bad', 'unknown'), {
        minLength: times.length,
        maxLength: times.length,
      }),
    ),
  )
  .map(([times, states]) =>
    times.map(({ offset, minute }, index): Kept => ({
      ...good(addDays(first, offset), `01:${String(minute).padStart(2, '0')}`),
      state: states[index] as Kept['state'],
    })),
  );

const everyCase = (holds: (kept: readonly Kept[], gone: readonly Kept[]) => void) => {
  fc.assert(
    fc.property(backups, (all) => {
      const names = new Set(toDelete(all));
      holds(
        all.filter(({ name }) => !names.has(name)),
        all.filter(({ name }) => names.has(name)),
      );
    }),
    { numRuns: count('backup-rotation', 1000), seed: seed('backup-rotation') },
  );
};
const newest = (list: readonly Kept[]) => list.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))[0];
const isGood = ({ state }: Kept) => state === 'good';

describe('which backups may go', () => {
  it('keeps the newest of seven days, four weeks and twelve months of three years of daily backups', () => {
    const all = Array.from({ length: 1000 }, (_, index) => good(addDays(first, index)));
    const gone = new Set(toDelete(all));
    const kept = all.filter(({ name }) => !gone.has(name));
    expect(
      kept
        .map(({ day: at }) => at)
        .toReversed()
        .slice(0, KEPT.days),
    ).toEqual(Array.from({ length: 7 }, (_, index) => addDays(first, 999 - index)));
    expect(new Set(kept.map(({ day: at }) => monthOf(at))).size).toBe(12);
    expect(kept.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
  });

  it('loses nothing of a centre that was closed for half a year', () => {
    const all = Array.from({ length: 6 }, (_, index) => good(addDays(first, index)));
    expect(toDelete([...all, good(addDays(first, 200))])).toEqual([]);
  });

  it('never deletes the newest good one, nor any while there is no good one', () => {
    everyCase((kept, gone) => {
      const best = newest([...kept, ...gone].filter(isGood));
      expect(best ? kept.includes(best) : gone.length === 0).toBe(true);
    });
  });

  it('deletes a bad one only when a good one is newer, and never one of which nothing is known', () => {
    everyCase((kept, gone) => {
      const best = newest(kept.filter(isGood));
      for (const { state, madeAt } of gone) {
        expect(state).not.toBe('unknown');
        expect(state === 'good' || madeAt < (best?.madeAt ?? '')).toBe(true);
      }
    });
  });

  it('always leaves as many days, weeks and months as there are, up to the rule', () => {
    everyCase((kept, gone) => {
      const all = [...kept, ...gone].filter(isGood);
      const days = (list: readonly Kept[]) =>
        [...new Set(list.map(({ day: at }) => at))].toSorted().toReversed();
      const months = (list: readonly Kept[]) =>
        [...new Set(list.map(({ day: at }) => monthOf(at)))].toSorted().toReversed();
      expect(days(kept.filter(isGood)).slice(0, KEPT.days)).toEqual(days(all).slice(0, KEPT.days));
      expect(months(kept.filter(isGood)).slice(0, KEPT.months)).toEqual(months(all).slice(0, KEPT.months));
    });
  });

  it('comes to rest: what is left after it loses nothing when it is asked again', () => {
    everyCase((kept) => expect(toDelete(kept)).toEqual([]));
  });
});
