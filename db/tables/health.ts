import type { Generated } from 'kysely';

export interface CheckupTable {
  id: string;
  resident_id: string;
  day: string;
  round: Generated<number>;
  temperature: number | null;
  pulse: number | null;
  respiration: number | null;
  systolic: number | null;
  diastolic: number | null;
  oxygen: number | null;
  glucose: number | null;
  weight: number | null;
  height: number | null;
  note: Generated<string>;
  unusual_confirmed: Generated<string>;
  doer: string;
  typist: string;
  recorded_at: string;
  superseded_at: string | null;
  superseded_by: string | null;
  superseded_actor: string | null;
  superseded_reason: string | null;
}
