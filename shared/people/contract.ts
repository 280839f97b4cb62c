import { z } from 'zod';
import { command, entrance, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { roles } from '../contract/permissions.ts';
import { pins } from './pin-contract.ts';

const Role = z.enum(roles);
const Login = z.string().trim().min(1).max(40);
const PersonName = z.string().trim().min(1).max(40);
/** Long enough for a sentence, short enough that scrypt never gets a flood. */
const Password = z.string().min(1).max(200);

export const Person = z.strictObject({ id: z.string(), login: z.string(), name: z.string(), role: Role });
export type Person = z.output<typeof Person>;

const Account = Person.extend({
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  endedReason: z.string().nullable(),
});

const CentreFacts = z.strictObject({
  name: z.string().trim().min(2).max(80),
  county: z.string().trim().min(2).max(40),
  countyCode: z.string().regex(/^\d{6}$/),
  township: z.string().trim().min(2).max(40),
  /** Administrative code of the township, nine digits; its first six are the county's. */
  code: z.string().regex(/^\d{9}$/),
});

export const people = {
  /** Where this PC stands: no centre yet, a closed file, or an open one; who may sign in; who is signed in. */
  state: entrance()
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        stage: z.enum(['absent', 'locked', 'open']),
        centre: CentreFacts.extend({ demo: z.boolean() }).nullable(),
        /** Heads the sign-in page; the keyring beside the closed file holds it. Null before set-up. */
        centreName: z.string().nullable(),
        /** `copy`: the keyring cannot be read and its copy stands in; `lost`: neither can, only a backup helps. */
        keyring: z.enum(['whole', 'copy', 'lost']),
        me: Person.nullable(),
        signIns: z.array(z.strictObject({ login: z.string(), name: z.string() })),
        idleMinutes: z.number().int(),
        /** The instant of the newest line of the log, if the clock of this PC stands before it; told to whoever is signed in. */
        clockBehind: z.string().nullable(),
        /** The instant behind which changes were lost with a damaged journal in the last days; told to whoever is signed in. */
        journalCut: z.string().nullable(),
        /** The made-up centre of `npm start -- --demo`. */
        demo: z.boolean(),
        today: z.string(),
      }),
    ),

  setUp: entrance()
    .input(
      z.strictObject({
        centre: CentreFacts,
        director: z.strictObject({ login: Login, name: PersonName, password: Password }),
      }),
    )
    .output(z.strictObject({ recoveryCode: z.string() }))
    .errors(refusals('ALREADY_SET_UP', 'WEAK_PASSWORD')),

  signIn: entrance()
    .input(z.strictObject({ login: Login, password: Password }))
    .output(Person)
    .errors(
      refusals(
        'NOT_SET_UP',
        'WRONG_PASSWORD',
        'TOO_MANY_TRIES',
        'CENTRE_OPEN_ELSEWHERE',
        'KEYRING_DAMAGED',
        'FILE_GONE',
        'FILE_DAMAGED',
        'FILE_FOREIGN',
        'FILE_NEWER',
      ),
    ),

  signOut: entrance().input(z.strictObject({})).output(z.strictObject({})),

  /** Somebody works in the window though nothing is sent: the door counts it, so the session is not locked as idle. */
  present: query('signed-in').input(z.strictObject({})).output(z.strictObject({})),

  /** Sets a new password for a director with the paper recovery code. The code stays valid. */
  recover: entrance()
    .input(z.strictObject({ code: z.string().min(1).max(400), login: Login, password: Password }))
    .output(Person)
    .errors(
      refusals(
        'NOT_SET_UP',
        'WRONG_RECOVERY_CODE',
        'WEAK_PASSWORD',
        'TOO_MANY_TRIES',
        'NOT_FOUND',
        'CENTRE_OPEN_ELSEWHERE',
        'KEYRING_DAMAGED',
        'FILE_GONE',
        'FILE_DAMAGED',
        'FILE_FOREIGN',
        'FILE_NEWER',
      ),
    ),

  changePassword: command('signed-in')
    .input(z.strictObject({ before: Password, after: Password }))
    .output(z.strictObject({}))
    .errors(refusals('WRONG_PASSWORD', 'WEAK_PASSWORD', 'TOO_MANY_TRIES', 'KEYRING_DAMAGED')),

  accounts: query('accounts.manage').input(z.strictObject({})).output(z.array(Account)),

  addAccount: command('accounts.manage')
    .input(z.strictObject({ login: Login, name: PersonName, role: Role, password: Password }))
    .output(Account)
    .errors(refusals('LOGIN_TAKEN', 'WEAK_PASSWORD', 'KEYRING_DAMAGED')),

  resetPassword: command('accounts.manage')
    .input(z.strictObject({ id: z.string().max(64), password: Password }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'WEAK_PASSWORD', 'KEYRING_DAMAGED')),

  endAccount: command('accounts.manage')
    .input(z.strictObject({ id: z.string().max(64), reason: z.string().trim().min(1).max(200) }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'LAST_DIRECTOR')),

  /** Since when the paper code and the data key are in force, and whether a change of the data key is still to come. */
  keys: query('accounts.manage')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        recoveryCodeAt: z.string(),
        changedAt: z.string(),
        changeIsDue: z.boolean(),
        /** Who must sign in once before the data key can change. */
        waitsFor: z.array(z.string()),
      }),
    )
    .errors(refusals('KEYRING_DAMAGED')),

  /** A new paper code to be printed; the old one stays in force until this one is taken. */
  prepareRecoveryCode: query('accounts.manage')
    .input(z.strictObject({ password: Password }))
    .output(z.strictObject({ id: z.string(), recoveryCode: z.string() }))
    .errors(refusals('WRONG_PASSWORD', 'TOO_MANY_TRIES', 'KEYRING_DAMAGED')),

  /** Puts the prepared code in force, its third line typed back; the old paper opens nothing from then on but older backups. */
  takeRecoveryCode: command('accounts.manage')
    .input(z.strictObject({ id: z.string().max(64), line: z.string().max(40) }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'WRONG_RECOVERY_CODE', 'KEYRING_DAMAGED')),

  pins,

  setIdleMinutes: command('settings.manage')
    .input(z.strictObject({ minutes: z.number().int().min(1).max(120) }))
    .output(z.strictObject({})),
};
