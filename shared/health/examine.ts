import type { Refusal as Refused } from '../contract/refusal.ts';
import { flagsOf, reasonToRefuse, unconfirmed } from './judgement.ts';
import type { UsualRanges } from './ranges.ts';
import { shownVital, vitals, type VitalKey, type Vitals } from './vitals.ts';

/** One row as somebody wants to save it. `last`: the newest earlier value of each vital. */
export type Sheet = {
  readonly resident: string;
  readonly values: Vitals;
  readonly note: string;
  readonly confirmed: readonly VitalKey[];
  readonly last: Vitals;
};

export type SheetRefusal = Refused<
  | 'CHECKUP_IMPOSSIBLE'
  | 'CHECKUP_PRESSURE_REVERSED'
  | 'CHECKUP_PRESSURE_HALF'
  | 'CHECKUP_EMPTY'
  | 'CHECKUP_UNCONFIRMED'
>;

/** Why rows cannot be saved: the first impossible one by name, else every unusual value that nobody has confirmed. */
export function reasonToRefuseSheets(sheets: readonly Sheet[], usual: UsualRanges): SheetRefusal | null {
  for (const sheet of sheets) {
    const refusal = refusalOf(sheet);
    if (refusal) return refusal;
  }
  const findings = sheets.flatMap(({ resident, values, confirmed, last }) =>
    unconfirmed(flagsOf(values, usual, last), confirmed).map((key) => ({
      resident,
      vital: key,
      value: shownVital(key, values[key] ?? 0),
    })),
  );
  return findings.length > 0 ? { code: 'CHECKUP_UNCONFIRMED', data: { findings } } : null;
}

/** The flagged vitals of a row, all confirmed by now, as the row keeps them: `temperature,systolic`. */
export function confirmedFlags(
  { values, last }: Pick<Sheet, 'values' | 'last'>,
  usual: UsualRanges,
): VitalKey[] {
  return unconfirmed(flagsOf(values, usual, last), []);
}

function refusalOf({ resident, values, note }: Sheet): SheetRefusal | null {
  const reason = reasonToRefuse(values, note);
  switch (reason?.kind) {
    case undefined:
      return null;
    case 'impossible': {
      const { key, value } = reason;
      const { possible, unit } = vitals[key];
      const [lowest, highest] = [shownVital(key, possible.lowest), shownVital(key, possible.highest)];
      const data = { resident, vital: key, value: shownVital(key, value), lowest, highest, unit };
      return { code: 'CHECKUP_IMPOSSIBLE', data };
    }
    case 'reversed':
      return {
        code: 'CHECKUP_PRESSURE_REVERSED',
        data: { resident, systolic: reason.systolic, diastolic: reason.diastolic },
      };
    case 'half-pressure':
      return { code: 'CHECKUP_PRESSURE_HALF', data: { resident } };
    case 'empty':
      return { code: 'CHECKUP_EMPTY', data: { resident } };
  }
}
