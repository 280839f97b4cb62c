import type { Field } from './kinds.ts';
import { readDisability, readLevel, readSex } from './read-words.ts';

/** A proposal in the form that the resident's file keeps: `女` → `female`, `一级` → `1`, `肢体` → `physical`; others as they stand. */
export function canonicalProposal(field: Field, text: string): string {
  const cell = { text };
  if (field === 'sex') return readSex(cell).value ?? text;
  if (field === 'disabilityLevel') return String(readLevel(cell).value ?? text);
  if (field === 'disability') return readDisability(cell).value ?? text;
  return text;
}
