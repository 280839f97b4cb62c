/** What a month run leaves in summary.json; rows are counted as Excel counts them. */
export type Summary = {
  readonly residents: { readonly read: number; readonly imported: number };
  /** Residents who live in the house while a doubt about their papers is open; not in the register. */
  readonly provisional: number;
  readonly caregivers: { readonly read: number; readonly imported: number; readonly paired: number };
  readonly devices: number;
  readonly checkups: { readonly read: number; readonly imported: number };
  readonly faults: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: string;
    readonly kind: string;
  }[];
  readonly roster: { readonly month: string; readonly hard: number; readonly open: number };
  readonly attendance: { readonly month: string; readonly people: number };
  readonly payroll: { readonly month: string; readonly lines: number; readonly netFen: number };
  readonly package: { readonly file: string; readonly sequence: number; readonly verified: boolean };
};
