import { shownVital, type VitalKey } from '../../shared/health/vitals.ts';
import type { UsualRanges } from '../../shared/health/ranges.ts';
import type { Range } from '../../shared/health/vitals.ts';
import type { api } from '../lib/api.ts';
import type { CheckupWords } from './cell-words.ts';

export type Trend = Awaited<ReturnType<typeof api.checkups.trend>>;
export type Point = Trend['points'][number];

/** What a trend can show: blood pressure has two lines, the body mass index follows from weight and height. */
export const measures = [
  'temperature',
  'pulse',
  'respiration',
  'pressure',
  'oxygen',
  'glucose',
  'weight',
  'bodyMassIndex',
] as const;
export type Measure = (typeof measures)[number];

export type Line = { readonly key: VitalKey | 'bodyMassIndex'; readonly name: string };

export function isMeasure(text: string): text is Measure {
  return (measures as readonly string[]).includes(text);
}

export function measureName(measure: Measure, words: CheckupWords): string {
  if (measure === 'pressure') return words.pressure;
  return measure === 'bodyMassIndex' ? words.bodyMassIndex : words.vitals[measure];
}

export function unitOf(measure: Measure, words: CheckupWords): string {
  if (measure === 'bodyMassIndex') return words.bodyMassIndexUnit;
  return measure === 'pressure' ? words.units.systolic : words.units[measure];
}

export function linesOf(measure: Measure, words: CheckupWords): readonly Line[] {
  if (measure === 'pressure') {
    return (['systolic', 'diastolic'] as const).map((key) => ({ key, name: words.vitals[key] }));
  }
  return [{ key: measure, name: measureName(measure, words) }];
}

/** Whole number as kept; null where it was not measured. */
export function valueAt(point: Point, key: Line['key']): number | null {
  return key === 'bodyMassIndex' ? point.bodyMassIndex : point.values[key];
}

export function rangeOfLine(key: Line['key'], ranges: UsualRanges): Range | null {
  return key === 'bodyMassIndex' ? null : ranges[key].range;
}

/** As people write it: the body mass index has one decimal like weight. */
export function shownAt(key: Line['key'], value: number): string {
  return key === 'bodyMassIndex' ? (value / 10).toFixed(1) : shownVital(key, value);
}
