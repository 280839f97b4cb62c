import { vitalKeys, vitals, type Range, type RangeStatus, type VitalKey } from './vitals.ts';

/** The usual range of one vital in this centre; null = no range, nothing is flagged but jumps. */
export type UsualRange = { readonly range: Range | null; readonly status: RangeStatus };
export type UsualRanges = Readonly<Record<VitalKey, UsualRange>>;

/** Ranges that the medic has set, by vital. */
export type RangeSettings = Readonly<Partial<Record<VitalKey, Range | null>>>;

/** The adult defaults of domain.md 2d, replaced where the medic has set others: for the centre, later for one resident. */
export function usualRanges(...settings: readonly RangeSettings[]): UsualRanges {
  const entries = vitalKeys.map((key): [VitalKey, UsualRange] => {
    const local = settings.findLast((setting) => setting[key] !== undefined);
    return [
      key,
      local === undefined
        ? { range: vitals[key].usual, status: 'unconfirmed' }
        : { range: local[key] ?? null, status: 'local' },
    ];
  });
  return Object.fromEntries(entries) as Record<VitalKey, UsualRange>;
}

/** Why a range cannot be set: its ends are swapped, or one of them could never be measured. */
export function reasonAgainstRange(key: VitalKey, range: Range): 'reversed' | 'impossible' | null {
  if (range.lowest >= range.highest) return 'reversed';
  const { possible } = vitals[key];
  return range.lowest < possible.lowest || range.highest > possible.highest ? 'impossible' : null;
}
