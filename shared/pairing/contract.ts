import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Id, Reason } from '../contract/id.ts';
import { careLevels, standings } from '../residents/codes.ts';

const Resident = z.strictObject({
  id: z.string(),
  name: z.string(),
  pinyin: z.string(),
  initials: z.string(),
  bed: z.string().nullable(),
  careLevel: z.enum(careLevels).nullable(),
  standing: z.enum(standings),
});

const Board = z.strictObject({
  /** The most residents that one caregiver may answer for here. */
  most: z.number().int(),
  caregivers: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      pinyin: z.string(),
      initials: z.string(),
      kinship: z.string(),
      residents: z.array(Resident.extend({ pairingId: z.string(), since: z.string(), kin: z.boolean() })),
    }),
  ),
  /** Residents in the house whom nobody answers for. */
  unpaired: z.array(Resident),
  establishment: z.strictObject({
    caregivers: z.number().int(),
    residents: z.number().int(),
    needed: z.number().int(),
    missing: z.number().int(),
    tenths: z.number().int().nullable(),
  }),
});
export type PairingBoard = z.output<typeof Board>;

export const pairing = {
  board: query('pairing.read').input(z.strictObject({})).output(Board),

  pair: command('pairing.write')
    .input(z.strictObject({ caregiverId: Id, residentId: Id, startsOn: Day }))
    .output(z.strictObject({ pairingId: z.string() }))
    .errors(
      refusals(
        'NOT_FOUND',
        'RESIDENT_PAIRED',
        'CAREGIVER_FULL',
        'CAREGIVER_ENDED',
        'RESIDENT_LEFT',
        'DAY_IN_FUTURE',
        'DAY_TOO_EARLY',
      ),
    ),

  unpair: command('pairing.write')
    .input(z.strictObject({ pairingId: Id, on: Day, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'DAY_IN_FUTURE', 'DAY_TOO_EARLY')),

  /** How many residents one caregiver may answer for. Pairings that are there stay, also above a lower number. */
  setMost: command('settings.manage')
    .input(z.strictObject({ most: z.number().int().min(1).max(10) }))
    .output(z.strictObject({})),
};
