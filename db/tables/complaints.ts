import type { Generated } from 'kysely';
import type { ComplaintKind, ConcernKind, StepKind, Teller } from '../../shared/complaints/kinds.ts';

export interface ComplaintTable {
  seq: Generated<number>;
  id: string;
  happened_on: string;
  happened_time: string;
  place: string;
  resident_id: string | null;
  resident_name: string;
  concern_kind: ConcernKind;
  concern_id: string | null;
  concern_name: string;
  kind: ComplaintKind;
  teller: Teller;
  teller_name: string;
  said: string;
  done_at_once: string;
  doer: string;
  recorded_at: string;
  recorded_by: string;
}

export interface ComplaintStepTable {
  seq: Generated<number>;
  id: string;
  complaint_id: string;
  kind: StepKind;
  happened_on: string;
  said: string;
  doer: string;
  recorded_at: string;
  recorded_by: string;
}

export interface ComplaintLetterTable {
  place: number;
  number: string;
  sealed_on: string;
  sealed: Uint8Array;
}
