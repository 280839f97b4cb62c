import { z } from 'zod';
import { command, entrance, query, signal } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { JobId } from '../contract/jobs.ts';
import { reasons } from './manifest.ts';
import { copyKinds } from './old-copies.ts';

/** Stands for a volume or for a backup on it; made by the host, good until it is started again. Paths never cross. */
const Token = z.string().regex(/^[0-9a-f]{32}$/);
const none = z.strictObject({});

/** Whether a volume lies on the disk that holds the data: `same` is a poor place, `unknown` must be asked of a person. */
const Disk = z.enum(['same', 'other', 'unknown']);

const Volume = z.strictObject({
  token: Token,
  label: z.string(),
  free: z.number(),
  size: z.number(),
  disk: Disk,
  removable: z.boolean().nullable(),
  writable: z.boolean(),
  /** It is one of the places already. */
  chosen: z.boolean(),
});

const Place = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Plugged in now. */
  present: z.boolean(),
  free: z.number().nullable(),
  disk: Disk,
  removable: z.boolean().nullable(),
  chosenAt: z.string(),
  /** The newest backup on it of which we know. */
  lastAt: z.string().nullable(),
});

/** `ours`: whole and vouched for by this centre's key; `other-key`: this centre's, but made under another key; `foreign`: of another centre. */
export const setStates = ['ours', 'other-key', 'foreign', 'incomplete', 'damaged'] as const;

const Backup = z.strictObject({
  token: Token,
  name: z.string(),
  place: z.string(),
  centre: z.string(),
  madeAt: z.string().nullable(),
  reason: z.enum(reasons).nullable(),
  size: z.number(),
  state: z.enum(setStates),
  /** When all of it was last read and compared; null when never since it was written elsewhere. */
  checkedAt: z.string().nullable(),
});

/** What a backup holds, for a person to recognise. */
const Inside = z.strictObject({
  centre: z.string(),
  madeAt: z.string(),
  residents: z.number().int(),
  checkups: z.number().int(),
  /** The last day of which something was written down. */
  lastDay: z.string().nullable(),
  /** Packages that this PC knows and the backup does not: they went up after it was made. */
  packagesAfter: z.number().int(),
  /** The newest line that this PC's log holds beyond the backup's: records that a restore leaves behind. */
  linesAfter: z.number().int().nullable(),
});
export type Inside = z.output<typeof Inside>;

const Proof = z.union([
  z.strictObject({ code: z.string().min(1).max(400) }),
  z.strictObject({ login: z.string().trim().min(1).max(40), password: z.string().min(1).max(200) }),
]);
export type Proof = z.output<typeof Proof>;

const opening = [
  'NOT_FOUND',
  'CANCELLED',
  'WRONG_RECOVERY_CODE',
  'WRONG_PASSWORD',
  'TOO_MANY_TRIES',
  'RESTORE_DAMAGED',
  'RESTORE_NOT_DIRECTOR',
  'RESTORE_NO_ROOM',
  'RESTORE_WRONG_CENTRE',
  'FILE_NEWER',
] as const;

const trouble = z.strictObject({
  at: z.string(),
  place: z.string().nullable(),
  code: z.enum([
    'BACKUP_NO_ROOM',
    'BACKUP_PLACE_GONE',
    'BACKUP_READ_ONLY',
    'BACKUP_TOO_LARGE',
    'BACKUP_DIFFERS',
    'BACKUP_FAILED',
  ]),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Trouble = z.output<typeof trouble>;

/** Making a backup runs outside of the door's transaction (VACUUM INTO cannot run in one) and takes its own turns at the database. */
const work = () => signal('backup.manage');

export const backup = {
  /** The one line that the director needs, the places, and what is due. */
  standing: query('backup.manage')
    .input(none)
    .output(
      z.strictObject({
        last: z
          .strictObject({ at: z.string(), place: z.string(), testedAt: z.string().nullable() })
          .nullable(),
        drill: z
          .strictObject({
            at: z.string(),
            by: z.string(),
            residents: z.number().int(),
            checkups: z.number().int(),
            lastDay: z.string().nullable(),
          })
          .nullable(),
        backupDays: z.number().int(),
        drillDays: z.number().int(),
        backupLate: z.boolean(),
        drillLate: z.boolean(),
        days: z.number().int().nullable(),
        places: z.array(Place),
        running: z.boolean(),
        trouble: trouble.nullable(),
        /** Old copies of the whole centre beside the data, with the room that each takes (old-copies.ts). */
        copies: z.array(z.strictObject({ kind: z.enum(copyKinds), bytes: z.number().int() })),
      }),
    ),

  volumes: query('backup.manage').input(none).output(z.array(Volume)),

  choose: command('backup.manage')
    .input(z.strictObject({ token: Token }))
    .output(z.strictObject({ label: z.string() }))
    .errors(
      refusals(
        'NOT_FOUND',
        'BACKUP_PLACES_FULL',
        'BACKUP_READ_ONLY',
        'BACKUP_NO_ROOM',
        'BACKUP_PLACE_GONE',
        'BACKUP_TOO_LARGE',
        'BACKUP_DIFFERS',
        'BACKUP_FAILED',
      ),
    ),

  drop: command('backup.manage')
    .input(z.strictObject({ id: z.string().max(64) }))
    .output(none)
    .errors(refusals('NOT_FOUND')),

  setReminders: command('backup.manage')
    .input(
      z.strictObject({
        backupDays: z.number().int().min(1).max(31),
        drillDays: z.number().int().min(7).max(366),
      }),
    )
    .output(none),

  /** The backups on the places that are plugged in, newest first. */
  list: query('backup.manage').input(none).output(z.array(Backup)),

  make: work()
    .input(z.strictObject({ job: JobId }))
    .output(z.strictObject({ made: z.array(z.string()), failed: z.array(trouble) }))
    .errors(
      refusals(
        'CANCELLED',
        'BACKUP_RUNNING',
        'BACKUP_NO_PLACE',
        'BACKUP_NO_ROOM',
        'BACKUP_PLACE_GONE',
        'BACKUP_READ_ONLY',
        'BACKUP_TOO_LARGE',
        'BACKUP_DIFFERS',
        'BACKUP_FAILED',
      ),
    ),

  /** Reads all of one backup again and compares it with what its manifest says. */
  check: work()
    .input(z.strictObject({ backup: Token, job: JobId }))
    .output(z.strictObject({ whole: z.boolean() }))
    .errors(refusals('NOT_FOUND', 'CANCELLED', 'BACKUP_PLACE_GONE')),

  /** Restores a backup into a temporary place with the paper code, tells what is in it, and leaves nothing but the record. */
  drill: work()
    .input(z.strictObject({ backup: Token, code: z.string().min(1).max(400), job: JobId }))
    .output(Inside)
    .errors(refusals(...opening)),

  /** Every backup on every volume: also on a PC that has no centre yet, or whose file does not open. */
  found: entrance().input(none).output(z.array(Backup)),

  /** Verifies a backup and tells what is in it; changes nothing. */
  look: entrance()
    .input(z.strictObject({ backup: Token, proof: Proof, job: JobId }))
    .output(Inside)
    .errors(refusals(...opening)),

  /** Puts a verified backup in the place of this PC's data, which is kept beside; everybody is signed out. */
  restore: entrance()
    .input(
      z.strictObject({
        backup: Token,
        proof: Proof,
        /** The person has seen that packages went up after the backup was made. */
        knowsOfPackages: z.boolean(),
        job: JobId,
      }),
    )
    .output(z.strictObject({ centre: z.string(), madeAt: z.string(), newEpoch: z.boolean() }))
    .errors(refusals(...opening, 'RESTORE_OLDER_THAN_PACKAGE', 'CENTRE_OPEN_ELSEWHERE')),
};
