import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { sexes } from '../residents/codes.ts';
import { CaregiverId } from './leave-contract.ts';
import { ShiftCode } from './shift-contract.ts';

const ZoneId = z.string().min(1).max(64);
const Sex = z.enum(sexes);
const Skill = z.string().trim().min(1).max(30);
const Reason = z.string().trim().min(1).max(200);
const count = z.number().int();

const Parts = z.strictObject({
  zones: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      residents: count,
      women: count,
      men: count,
      /** How many each shift needs for the residents of the zone alone. */
      needs: z.array(z.strictObject({ shift: ShiftCode, people: count })),
    }),
  ),
  /** Residents in house whose bed stands in no zone, or who have none. */
  outside: count,
  caregivers: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      sex: Sex,
      zoneId: z.string().nullable(),
      zoneBy: z.enum(['setting', 'pairs']),
      /** Where most of her residents live. */
      pairsZoneId: z.string().nullable(),
      skills: z.array(z.strictObject({ id: z.string(), skill: z.string(), validUntil: Day.nullable() })),
    }),
  ),
  rules: z.array(
    z.strictObject({
      shift: ShiftCode,
      zoneId: z.string().nullable(),
      sex: Sex.nullable(),
      skill: z.string().nullable(),
      minimum: count,
      from: Day,
      /** How many caregivers belong to the part. */
      among: count,
    }),
  ),
});
export type CoverParts = z.output<typeof Parts>;

/** Cover of a part of the people: of a zone, of one sex (intimate care), with a skill, or of these together. */
export const parts = {
  /** Zones with what their residents need, caregivers by zone and skill, and the rules in force on a day. */
  on: query('roster.read')
    .input(z.strictObject({ day: Day }))
    .output(Parts),

  /** From a day on so many of a part are on a shift; null takes the rule back. */
  set: command('roster.write')
    .input(
      z.strictObject({
        shift: ShiftCode,
        zoneId: ZoneId.nullable(),
        sex: Sex.nullable(),
        skill: Skill.nullable(),
        minimum: z.number().int().min(1).max(200).nullable(),
        from: Day,
      }),
    )
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PART_IS_EVERYBODY')),

  /** Sets the zone of a caregiver from a day on; null: again as her pairs live. */
  place: command('roster.write')
    .input(z.strictObject({ caregiverId: CaregiverId, zoneId: ZoneId.nullable(), from: Day }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),

  /** Records a skill that a caregiver was trained in; again with another last day renews it. */
  addSkill: command('roster.write')
    .input(z.strictObject({ caregiverId: CaregiverId, skill: Skill, validUntil: Day.nullable() }))
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('NOT_FOUND')),

  endSkill: command('roster.write')
    .input(z.strictObject({ id: z.string().min(1).max(64), reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),
};
