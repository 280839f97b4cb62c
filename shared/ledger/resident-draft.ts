import type { Certificate } from '../identity/certificate.ts';
import type { CitizenId } from '../identity/citizen-id.ts';
import type { BedPlace } from './read-bed.ts';
import type { ResidentRecord } from './records.ts';
import type { RowReader } from './row-reader.ts';

/** A resident's row while rows are still held against each other. */
export type ResidentDraft = {
  readonly sheet: string;
  readonly reader: RowReader;
  readonly print: string;
  readonly name: string | null;
  id: CitizenId | null;
  readonly certificate: Certificate | null;
  bed: BedPlace | null;
  readonly rest: Omit<ResidentRecord, 'name' | 'nationalId' | 'certificateNo' | 'bed'>;
  readonly leftOut: boolean;
  recordId: string | null;
};
