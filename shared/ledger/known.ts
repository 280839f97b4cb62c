import type { Day } from '../calendar/day.ts';
import type { Field } from './kinds.ts';

/** Facts of a person in the words that the preview uses (`一级`, `101-1`, `2020-04-07`). */
export type KnownFacts = { readonly [F in Field]?: string };

export type KnownResident = {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string | null;
  /** Label of the bed, `101-1`. */
  readonly bed: string | null;
  /** False once they left: their number still counts, their name no longer names anybody here. */
  readonly inHouse: boolean;
  /** What is on record, to be held against what the workbook says of the same person. */
  readonly facts: KnownFacts;
};

export type KnownCaregiver = {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
  readonly facts: KnownFacts;
};

/** What the house holds already, as far as a workbook can meet it. Asked before the rules run; they never look themselves. */
export type KnownHouse = {
  readonly residents: readonly KnownResident[];
  readonly caregivers: readonly KnownCaregiver[];
  /** Device id and name by code. */
  readonly devices: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Residents who have a caregiver now. */
  readonly paired: ReadonlySet<string>;
  /** Checkup ids by resident, day and values, as checkupKey() joins them. */
  readonly checkups: ReadonlyMap<string, string>;
  /** Attendance marks by caregiver and day, as attendanceKey() joins them. */
  readonly attendance: ReadonlyMap<string, string>;
  /** Months whose attendance is closed. */
  readonly closedMonths: ReadonlySet<string>;
  /** The record that a row of an earlier import became, by the row's print. */
  readonly imported: (print: string) => string | null;
};

export const emptyHouse: KnownHouse = {
  residents: [],
  caregivers: [],
  devices: new Map(),
  paired: new Set(),
  checkups: new Map(),
  attendance: new Map(),
  closedMonths: new Set(),
  imported: () => null,
};

export function checkupKey(resident: string, day: Day | string, values: readonly (number | null)[]): string {
  return [resident, day, ...values.map((value) => value ?? '')].join('|');
}

export function attendanceKey(caregiver: string, day: Day | string): string {
  return `${caregiver}|${day}`;
}
