import type { UsualRanges } from './ranges.ts';
import { isMeasured, isPossible, vitalKeys, vitals, type VitalKey, type Vitals } from './vitals.ts';

/** Why values are refused: no confirmation helps. */
export type Refusal =
  | { readonly kind: 'impossible'; readonly key: VitalKey; readonly value: number }
  | { readonly kind: 'reversed'; readonly systolic: number; readonly diastolic: number }
  | { readonly kind: 'half-pressure' }
  | { readonly kind: 'empty' };

/** Why a value must be looked at twice: outside the usual range, or far from the last one. */
export type Flag = 'low' | 'high' | 'fell' | 'rose';

export type Flags = Readonly<Partial<Record<VitalKey, readonly Flag[]>>>;

/** The first thing that makes a checkup impossible, in the order of the sheet; null when it can be true. */
export function reasonToRefuse(values: Vitals, note = ''): Refusal | null {
  for (const key of vitalKeys) {
    const value = values[key];
    if (value !== null && !isPossible(key, value)) return { kind: 'impossible', key, value };
  }
  const { systolic, diastolic } = values;
  if ((systolic === null) !== (diastolic === null)) return { kind: 'half-pressure' };
  if (systolic !== null && diastolic !== null && systolic <= diastolic) {
    return { kind: 'reversed', systolic, diastolic };
  }
  const nothing = !isMeasured(values) && note.trim() === '';
  return nothing ? { kind: 'empty' } : null;
}

/** A value older than this is no "last value" to compare with: a year, and a month for a late yearly checkup. Heights never grow old. */
export const DAYS_A_VALUE_COUNTS_AS_LAST = 396;

/** Every value that is unusual, with what is unusual about it. `last`: the newest earlier value of each vital. */
export function flagsOf(values: Vitals, usual: UsualRanges, last: Vitals): Flags {
  const flagged = vitalKeys.map((key) => [key, flagsOfValue(key, values[key], usual, last[key])] as const);
  return Object.fromEntries(flagged.filter(([, flags]) => flags.length > 0));
}

/** What is unusual about one value; nothing when it was not measured. */
export function flagsOfValue(
  key: VitalKey,
  value: number | null,
  usual: UsualRanges,
  last: number | null,
): Flag[] {
  if (value === null) return [];
  const flags: Flag[] = [];
  const { range } = usual[key];
  if (range && value < range.lowest) flags.push('low');
  if (range && value > range.highest) flags.push('high');
  if (last !== null && isJump(key, value, last)) flags.push(value > last ? 'rose' : 'fell');
  return flags;
}

function isJump(key: VitalKey, value: number, last: number): boolean {
  const { jump } = vitals[key];
  const change = Math.abs(value - last);
  return 'by' in jump ? change >= jump.by : change * 100 >= last * jump.percent;
}

/** Flagged vitals that nobody has confirmed yet: with any left, the checkup is not saved. */
export function unconfirmed(flags: Flags, confirmed: readonly VitalKey[]): VitalKey[] {
  return vitalKeys.filter((key) => flags[key] !== undefined && !confirmed.includes(key));
}
