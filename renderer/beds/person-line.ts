import type { BedBoard } from '../../shared/beds/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Words } from '../../shared/messages/words.ts';

type Person = BedBoard['unplaced'][number];

/** `男 56 岁 智力 全护理`: what decides where somebody can sleep. */
export function personLine(
  { sex, age, disability, careLevel }: Person,
  { residents }: Words<Messages>,
): string {
  const parts = [
    sex && residents.sexes[sex],
    age !== null && fill(residents.ageYears, { age }),
    disability && residents.disabilities[disability],
    careLevel && residents.careLevels[careLevel],
  ];
  return parts.filter(Boolean).join(' · ');
}
