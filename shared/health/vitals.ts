/** Every value of a checkup, in the order of the paper sheet. */
export const vitalKeys = [
  'temperature',
  'pulse',
  'respiration',
  'systolic',
  'diastolic',
  'oxygen',
  'glucose',
  'weight',
  'height',
] as const;
export type VitalKey = (typeof vitalKeys)[number];

/** What was measured at one checkup; null = not measured. Whole numbers, in tenths where the vital has a decimal. */
export type Vitals = Readonly<Record<VitalKey, number | null>>;

/** Both ends belong to the range. Same whole numbers as the values. */
export type Range = { readonly lowest: number; readonly highest: number };

/** The change since the last value from which it is flagged: a whole number, or a share of the last value in percent. */
export type Jump = { readonly by: number } | { readonly percent: number };

/** How sure the usual range is: `unconfirmed` ([U] in domain.md 2d) until a medic of the centre has set it (`local`). */
export type RangeStatus = 'unconfirmed' | 'local';

export type Vital = {
  readonly key: VitalKey;
  readonly unit: string;
  /** Digits after the point; with 1 the value is kept in tenths. */
  readonly decimals: 0 | 1;
  /** Outside it the value is a slip of the pen and is refused. */
  readonly possible: Range;
  /** Outside it the value is flagged and must be confirmed; null where nothing can be said without more facts. */
  readonly usual: Range | null;
  readonly jump: Jump;
};

/**
 * The one table of vital signs. Usual ranges are the adult defaults of domain.md 2d, all [U]: a medic can replace them
 * (checkups.setRanges). The impossible limits and the jumps are this product's own and wide on purpose: 0.6–33.3 mmol/L is
 * what a finger-stick meter can show at all, 30–43 °C what a ward thermometer can.
 */
export const vitals: Readonly<Record<VitalKey, Vital>> = {
  temperature: {
    key: 'temperature',
    unit: '℃',
    decimals: 1,
    possible: { lowest: 300, highest: 430 },
    usual: { lowest: 360, highest: 372 },
    jump: { by: 10 },
  },
  pulse: {
    key: 'pulse',
    unit: '次/分',
    decimals: 0,
    possible: { lowest: 20, highest: 250 },
    usual: { lowest: 60, highest: 100 },
    jump: { by: 30 },
  },
  respiration: {
    key: 'respiration',
    unit: '次/分',
    decimals: 0,
    possible: { lowest: 4, highest: 70 },
    usual: { lowest: 12, highest: 20 },
    jump: { by: 8 },
  },
  systolic: {
    key: 'systolic',
    unit: 'mmHg',
    decimals: 0,
    possible: { lowest: 50, highest: 280 },
    usual: { lowest: 90, highest: 139 },
    jump: { by: 30 },
  },
  diastolic: {
    key: 'diastolic',
    unit: 'mmHg',
    decimals: 0,
    possible: { lowest: 20, highest: 180 },
    usual: { lowest: 60, highest: 89 },
    jump: { by: 20 },
  },
  oxygen: {
    key: 'oxygen',
    unit: '%',
    decimals: 0,
    possible: { lowest: 50, highest: 100 },
    usual: { lowest: 95, highest: 100 },
    jump: { by: 4 },
  },
  glucose: {
    key: 'glucose',
    unit: 'mmol/L',
    decimals: 1,
    possible: { lowest: 6, highest: 333 },
    usual: { lowest: 39, highest: 61 },
    jump: { by: 30 },
  },
  weight: {
    key: 'weight',
    unit: 'kg',
    decimals: 1,
    possible: { lowest: 100, highest: 2500 },
    usual: null,
    jump: { percent: 5 },
  },
  height: {
    key: 'height',
    unit: 'cm',
    decimals: 1,
    possible: { lowest: 500, highest: 2300 },
    usual: null,
    jump: { by: 20 },
  },
};

export const noVitals: Vitals = {
  temperature: null,
  pulse: null,
  respiration: null,
  systolic: null,
  diastolic: null,
  oxygen: null,
  glucose: null,
  weight: null,
  height: null,
};

/** The value as people write it: 365 tenths of a degree is `36.5`, a pulse of 72 is `72`. */
export function shownVital(key: VitalKey, value: number): string {
  return vitals[key].decimals === 1 ? (value / 10).toFixed(1) : String(value);
}

/** Whether a value can be true of a living person at all. The import and the grid refuse by this one rule (vital-out-of-range). */
export function isPossible(key: VitalKey, value: number): boolean {
  const { lowest, highest } = vitals[key].possible;
  return value >= lowest && value <= highest;
}

/** Whether anything was measured at all; a note alone is no measurement. */
export function isMeasured(values: Vitals): boolean {
  return vitalKeys.some((key) => values[key] !== null);
}
