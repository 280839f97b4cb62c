import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPIES_KEPT, copiesToRemove, copyKinds, type OldCopy } from '../../shared/backup/old-copies.ts';
import { addDays, day } from '../../shared/calendar/day.ts';
import { count, seed } from '../support/counts.ts';

const today = day('2026-11-30');
const backupAt = '2026-11-30T01:00:00.000Z';

/** A copy that was written so many days ago, at ten in the morning in Shanghai. */
const aCopy = (daysAgo: number, { kind = 'update', opens = true }: Partial<OldCopy> = {}): OldCopy => ({
  name: `${kind} of ${daysAgo} days ago`,
  kind,
  at: `${addDays(today, -daysAgo)}T02:00:00.000Z`,
  opens,
});
const copies = fc.uniqueArray(
  fc
    .record({
      daysAgo: fc.integer({ min: -30, max: 400 }),
      kind: fc.constantFrom(...copyKinds),
      opens: fc.boolean(),
    })
    .map(({ daysAgo, ...facts }) => aCopy(daysAgo, facts)),
  { maxLength: 12, selector: ({ name }) => name },
);

const everyCase = (holds: (gone: readonly OldCopy[], kept: readonly OldCopy[]) => void) => {
  fc.assert(
    fc.property(copies, (all) => {
      const names = new Set(copiesToRemove(all, backupAt, today));
      holds(
        all.filter(({ name }) => names.has(name)),
        all.filter(({ name }) => !names.has(name)),
      );
    }),
    { numRuns: count('old-copies', 500), seed: seed('old-copies') },
  );
};

describe('which old copies of the centre may go from this PC', () => {
  it('lets go of the third of its kind once it is ninety days old', () => {
    const newer = [aCopy(1), aCopy(2)];
    expect(copiesToRemove([...newer, aCopy(90)], backupAt, today)).toEqual(['update of 90 days ago']);
    expect(copiesToRemove([...newer, aCopy(89)], backupAt, today)).toEqual([]);
  });

  it('keeps the newest two of each kind, however old, and counts the kinds apart', () => {
    const all = copyKinds.flatMap((kind) => [aCopy(400, { kind }), aCopy(300, { kind })]);
    expect(copiesToRemove(all, backupAt, today)).toEqual([]);
    expect(copiesToRemove([...all, aCopy(200)], backupAt, today)).toEqual(['update of 400 days ago']);
  });

  it('does not count a copy that no key on this PC opens among those that stay, and lets it wait its days too', () => {
    const locked = [aCopy(95, { opens: false }), aCopy(80, { opens: false })];
    const all = [...locked, aCopy(200), aCopy(300), aCopy(399)];
    expect(copiesToRemove(all, backupAt, today)).toEqual(['update of 95 days ago', 'update of 399 days ago']);
  });

  it('keeps what is younger than the backup that was made', () => {
    const all = [aCopy(100), aCopy(101), aCopy(102), aCopy(103)];
    const [, , third, fourth] = all;
    const between = `${addDays(today, -103)}T03:00:00.000Z`;
    expect(copiesToRemove(all, between, today)).toEqual([fourth?.name]);
    expect(copiesToRemove(all, third?.at ?? '', today)).toEqual([fourth?.name]);
  });

  it('never takes one of the newest two that open, a young one, nor one younger than the backup', () => {
    everyCase((gone, kept) => {
      for (const kind of copyKinds) {
        const open = [...gone, ...kept]
          .filter((copy) => copy.kind === kind && copy.opens)
          .toSorted((a, b) => b.at.localeCompare(a.at));
        for (const copy of open.slice(0, COPIES_KEPT.newest)) expect(gone).not.toContain(copy);
      }
      const limit = `${addDays(today, 1 - COPIES_KEPT.days)}T`;
      for (const { at } of gone) expect([at < limit, at < backupAt]).toEqual([true, true]);
    });
  });

  it('asked again, takes nothing more; and of what opens no more than two of a kind stay for longer than ninety days', () => {
    everyCase((_, kept) => {
      expect(copiesToRemove(kept, backupAt, today)).toEqual([]);
      const limit = `${addDays(today, 1 - COPIES_KEPT.days)}T`;
      for (const kind of copyKinds) {
        const old = kept.filter((copy) => copy.kind === kind && copy.at < limit);
        expect(old.length).toBeLessThanOrEqual(COPIES_KEPT.newest);
        expect(old.filter(({ opens }) => !opens)).toEqual([]);
      }
    });
  });
});
