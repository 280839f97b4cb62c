import type { Database } from 'better-sqlite3';
import { bedFinder, markedDays, roundFinder, rowWriter } from '../../db/ledgers.ts';
import { firstDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { rowKey } from '../../shared/ledger/edits.ts';
import type { SheetKind } from '../../shared/ledger/kinds.ts';
import type { LedgerRow, PersonRef } from '../../shared/ledger/records.ts';

export type CommitFacts = {
  readonly raw: Database;
  readonly at: string;
  /** Account of the person who imports. */
  readonly who: string;
  readonly today: Day;
  readonly newId: () => string;
};

/** What every kind of row is written with: the statements, the stamp of who and when, and who became which record. */
export class LedgerPen {
  readonly write: ReturnType<typeof rowWriter>;
  readonly beds: ReturnType<typeof bedFinder>;
  readonly nextRound: ReturnType<typeof roundFinder>;
  readonly markedDays: ReturnType<typeof markedDays>;
  readonly newId: () => string;
  readonly stamp: { readonly recorded_at: string; readonly recorded_by: string };
  /** The first day that the ledger speaks of: what it says without a date is true from then on. */
  readonly since: Day;
  readonly #ids = new Map<string, string>();
  readonly #admitted = new Map<string, Day | null>();

  constructor({ raw, at, who, today, newId }: CommitFacts, month: string | null) {
    this.write = rowWriter(raw);
    this.beds = bedFinder(raw);
    this.nextRound = roundFinder(raw);
    this.markedDays = markedDays(raw);
    this.newId = newId;
    this.stamp = { recorded_at: at, recorded_by: who };
    this.since = month ? firstDay(month as Month) : today;
  }

  /** Remembers the record that somebody's row became. */
  remember({ sheet, row }: LedgerRow, id: string, admittedOn: Day | null = null): void {
    this.#ids.set(rowKey(sheet, row), id);
    this.#admitted.set(id, admittedOn);
  }

  idOf(ref: PersonRef): string {
    const id = 'id' in ref ? ref.id : this.#ids.get(rowKey(ref.sheet, ref.row));
    if (id === undefined) throw new Error('a row names somebody who did not come in');
    return id;
  }

  /** When somebody who came in with this import moved in; null when that is not known or was before. */
  admittedOn(residentId: string): Day | null {
    return this.#admitted.get(residentId) ?? null;
  }

  period(starts: string) {
    return { id: this.newId(), starts_on: starts, ends_on: null, end_reason: null, ...this.stamp };
  }
}

export function recordOf<K extends SheetKind>({
  record,
  sheet,
  row,
}: LedgerRow<K>): NonNullable<LedgerRow<K>['record']> {
  if (record === null) throw new Error(`row ${row} of ${sheet} has no record`);
  return record;
}

export function latestOf(first: string, ...others: readonly (string | null)[]): string {
  return others.reduce<string>((latest, other) => (other !== null && other > latest ? other : latest), first);
}
