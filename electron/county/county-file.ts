import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeCountyCard } from '../../shared/package/county-card.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { readText } from './files.ts';

export const COUNTY_FILE = 'county.json';

/** Which county a folder of keys belongs to, how many cards it has written, and the age key that is to come, if any. */
const CountyFacts = z.strictObject({
  county: z.string().regex(/^\d{6}$/),
  number: z.int().min(1),
  next: z.string().nullable(),
});
export type CountyFacts = z.output<typeof CountyFacts>;

export function writeCountyFile(folder: string, facts: CountyFacts): void {
  writeFileDurably(join(folder, COUNTY_FILE), `${JSON.stringify(facts)}\n`);
}

/** Throws Complaint when the file is missing or does not read: it must not pass for "no county". */
export function readCountyFile(folder: string): CountyFacts {
  const file = join(folder, COUNTY_FILE);
  try {
    return CountyFacts.parse(JSON.parse(readText(file)));
  } catch {
    throw new Complaint('unreadable', { file });
  }
}

/** The county that this folder of keys belongs to, or null when nobody said. */
export function countyOf(folder: string): string | null {
  return existsSync(join(folder, COUNTY_FILE)) ? readCountyFile(folder).county : null;
}

/** The county's card as it stands now, in bytes. */
export function cardOf(folder: string, recipient: string, privateKey: Uint8Array): Uint8Array {
  const { county, number, next } = readCountyFile(folder);
  return writeCountyCard({ county, number, recipient, next }, privateKey);
}

/** Writes the card for the centres beside the keys, and answers its path. */
export function writeCard(folder: string, recipient: string, privateKey: Uint8Array): string {
  const file = join(folder, `TYX1_${readCountyFile(folder).county}.county`);
  writeFileDurably(file, cardOf(folder, recipient, privateKey));
  return file;
}
