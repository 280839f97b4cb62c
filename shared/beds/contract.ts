import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Id, Reason } from '../contract/id.ts';
import { disabilities } from '../identity/certificate.ts';
import { careLevels, sexes, standings } from '../residents/codes.ts';

const Zone = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The kind of disability that the zone is meant for, if any. */
  disability: z.enum(disabilities).nullable(),
});

const Occupant = z.strictObject({
  residentId: z.string(),
  name: z.string(),
  pinyin: z.string(),
  initials: z.string(),
  sex: z.enum(sexes).nullable(),
  age: z.number().int().nullable(),
  disability: z.enum(disabilities).nullable(),
  careLevel: z.enum(careLevels).nullable(),
  standing: z.enum(standings),
});

const Bed = z.strictObject({
  id: z.string(),
  label: z.string(),
  room: z.string(),
  number: z.number().int(),
  zoneId: z.string().nullable(),
  occupant: Occupant.extend({ since: z.string() }).nullable(),
});
export type BedOnBoard = z.output<typeof Bed>;

const Board = z.strictObject({
  zones: z.array(Zone),
  /** Beds in use of the house, by room and number. */
  beds: z.array(Bed),
  /** Who lives in the house without a bed. */
  unplaced: z.array(Occupant),
  mixedRooms: z.array(z.string()),
  occupancy: z.strictObject({
    beds: z.number().int(),
    occupied: z.number().int(),
    free: z.number().int(),
    wanted: z.number().int(),
    missing: z.number().int(),
  }),
});
export type BedBoard = z.output<typeof Board>;

const Warning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mixed-room'), room: z.string(), residents: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('other-zone'), zone: z.string(), disability: z.enum(disabilities) }),
]);

/** The bed is given; what the director should know about it. */
const Given = z.strictObject({ stayId: z.string(), bed: z.string(), warnings: z.array(Warning) });

const Room = z
  .string()
  .trim()
  .min(1)
  .max(12)
  .regex(/^[\p{L}\p{N}]+$/u);

export const beds = {
  board: query('beds.read').input(z.strictObject({})).output(Board),

  /** Adds the beds of a room; `zoneId` null: the room belongs to no zone yet. */
  add: command('beds.write')
    .input(
      z.strictObject({
        room: Room,
        numbers: z.array(z.number().int().min(1).max(99)).min(1).max(20),
        zoneId: Id.nullable(),
      }),
    )
    .output(z.strictObject({ ids: z.array(z.string()) }))
    .errors(refusals('BED_EXISTS', 'NOT_FOUND')),

  addZone: command('beds.write')
    .input(
      z.strictObject({ name: z.string().trim().min(1).max(20), disability: z.enum(disabilities).nullable() }),
    )
    .output(Zone)
    .errors(refusals('ZONE_EXISTS')),

  /** Puts a room and all its beds into a zone, or into none. */
  putRoomInZone: command('beds.write')
    .input(z.strictObject({ room: Room, zoneId: Id.nullable() }))
    .output(z.strictObject({ beds: z.number().int() }))
    .errors(refusals('NOT_FOUND')),

  assign: command('beds.write')
    .input(z.strictObject({ residentId: Id, bedId: Id, startsOn: Day }))
    .output(Given)
    .errors(
      refusals(
        'NOT_FOUND',
        'BED_TAKEN',
        'BED_RETIRED',
        'RESIDENT_HAS_BED',
        'RESIDENT_LEFT',
        'DAY_IN_FUTURE',
        'DAY_TOO_EARLY',
      ),
    ),

  /** Ends the present stay and begins one in another bed on the same day. */
  move: command('beds.write')
    .input(z.strictObject({ residentId: Id, bedId: Id, on: Day, reason: Reason }))
    .output(Given)
    .errors(
      refusals(
        'NOT_FOUND',
        'BED_TAKEN',
        'BED_RETIRED',
        'RESIDENT_HAS_BED',
        'RESIDENT_HAS_NO_BED',
        'RESIDENT_LEFT',
        'DAY_IN_FUTURE',
        'DAY_TOO_EARLY',
        'NOTHING_CHANGED',
      ),
    ),

  /** Takes a bed out of use from today on; it must be empty. */
  retire: command('beds.write')
    .input(z.strictObject({ bedId: Id, reason: Reason }))
    .output(z.strictObject({ bed: z.string() }))
    .errors(refusals('NOT_FOUND', 'BED_TAKEN', 'BED_RETIRED')),
};
