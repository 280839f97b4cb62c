import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query, sensitive, silent } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';
import { Id } from '../contract/id.ts';
import { roles } from '../contract/permissions.ts';
import { complaintKinds, concernKinds, stepKinds, tellers } from './kinds.ts';
import { LETTER_NUMBER, letterNumberIn } from './letter-number.ts';

/** One form of characters from the start: a letter is signed in it, and its limits count it. */
const text = (most: number) => z.string().normalize('NFC').trim().max(most);
const needed = (most: number) => text(most).min(1);

/** What somebody writes down when a complaint is brought. */
export const ComplaintFacts = z.strictObject({
  happenedOn: Day,
  /** About when on that day, in the words of who told it. */
  happenedTime: text(40),
  place: needed(100),
  /** Who was harmed: out of the register for those who may read it, by name for the others; nobody known when both are empty. */
  residentId: Id.nullable(),
  residentName: text(40),
  concernKind: z.enum(concernKinds),
  /** The caregiver or the account. */
  concernId: Id.nullable(),
  /** Who it is, where it is neither. */
  concernName: text(60),
  kind: z.enum(complaintKinds),
  teller: z.enum(tellers),
  /** May stay empty; always empty when who told it stays unnamed. */
  tellerName: text(40),
  said: needed(2000),
  /** What was done at once to keep the resident safe. */
  doneAtOnce: needed(1000),
  /** Who listened to it; who types it may be somebody else. */
  doer: Id,
});
export type ComplaintFacts = z.output<typeof ComplaintFacts>;

const Named = z.strictObject({ id: z.string(), name: z.string() });

/** One of the recorder's own; says nothing of how it is handled. */
const OwnLine = z.strictObject({
  id: z.string(),
  recordedAt: z.string(),
  happenedOn: z.string(),
  kind: z.enum(complaintKinds),
});

const ComplaintLine = OwnLine.extend({
  resident: z.string(),
  concern: z.string(),
  concernKind: z.enum(concernKinds),
  recordedBy: z.string(),
  state: z.enum(['open', 'closed']),
  /** Whom the director is reminded to tell. */
  duties: z.array(z.enum(['police', 'civil-affairs', 'guardian'])),
  late: z.boolean(),
});
export type ComplaintLine = z.output<typeof ComplaintLine>;

const Step = z.strictObject({
  id: z.string(),
  kind: z.enum(stepKinds),
  on: z.string(),
  said: z.string(),
  doer: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export type ComplaintStep = z.output<typeof Step>;

const ComplaintFile = OwnLine.extend({
  happenedTime: z.string(),
  place: z.string(),
  resident: z.string(),
  concern: z.string(),
  concernKind: z.enum(concernKinds),
  teller: z.enum(tellers),
  tellerName: z.string(),
  said: z.string(),
  doneAtOnce: z.string(),
  doer: z.string(),
  recordedBy: z.string(),
  /** How it is handled: for the director alone. */
  handling: z
    .strictObject({
      state: z.enum(['open', 'closed']),
      steps: z.array(Step),
      duties: z.array(z.enum(['police', 'civil-affairs', 'guardian'])),
      late: z.boolean(),
      hours: z.number().int(),
    })
    .nullable(),
});
export type ComplaintFile = z.output<typeof ComplaintFile>;

/** The number of a sealed letter: twelve digits, as they are typed. */
const LetterNumber = z.string().max(30).transform(letterNumberIn).pipe(z.string().regex(LETTER_NUMBER));

export const complaints = {
  /** Who can be named in a complaint, and whether one can be sealed to the county here. Opening the form leaves no trace. */
  form: query('signed-in')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        caregivers: z.array(Named.extend({ ended: z.boolean() })),
        staff: z.array(Named.extend({ role: z.enum(roles) })),
        doers: z.array(Named),
        canSeal: z.boolean(),
      }),
    ),

  record: command('signed-in')
    .input(ComplaintFacts)
    .output(z.strictObject({ id: z.string() }))
    .errors(
      refusals(
        'NOT_FOUND',
        'DAY_IN_FUTURE',
        'COMPLAINT_PERSON_MISSING',
        'COMPLAINT_ABOUT_YOURSELF',
        'COMPLAINT_FOR_COUNTY',
      ),
    ),

  /** What I recorded, newest first. Not marked as a look: the log must not tell who opened the page to write to the county. */
  mine: query('signed-in').input(z.strictObject({})).output(z.array(OwnLine)),

  /** Every complaint that the director may see, newest first. */
  list: sensitive('complaints.handle', 'file').input(z.strictObject({})).output(z.array(ComplaintLine)),

  /** How many are open: a number for the first page, and no look at any. */
  standing: query('complaints.handle')
    .input(z.strictObject({}))
    .output(z.strictObject({ open: z.number().int() })),

  /** One complaint, as far as the asker may see it. What is not his to see is not found. */
  open: sensitive('signed-in', 'file')
    .input(z.strictObject({ id: Id }))
    .output(ComplaintFile)
    .errors(refusals('NOT_FOUND')),

  /** One step of the handling: it is added, never changed. */
  addStep: command('complaints.handle')
    .input(z.strictObject({ id: Id, kind: z.enum(stepKinds), on: Day, said: needed(2000), doer: needed(60) }))
    .output(z.strictObject({}))
    .errors(
      refusals(
        'NOT_FOUND',
        'DAY_IN_FUTURE',
        'DAY_TOO_EARLY',
        'COMPLAINT_CLOSED',
        'COMPLAINT_NOT_CLOSED',
        'COMPLAINT_NO_RESULT',
      ),
    ),

  /** Within how many hours the centre means to have told whom it must tell. */
  setHours: command('complaints.handle')
    .input(z.strictObject({ hours: z.number().int().min(1).max(240) }))
    .output(z.strictObject({})),

  /** What no director is to read: sealed to the county at once, and known here by a number alone. */
  letters: {
    /** What is sent here is sealed, whomever it concerns. */
    seal: silent('signed-in')
      .input(ComplaintFacts)
      .output(z.strictObject({ number: z.string(), file: FileContent }))
      .errors(
        refusals(
          'NOT_FOUND',
          'DAY_IN_FUTURE',
          'COMPLAINT_PERSON_MISSING',
          'COMPLAINT_ABOUT_YOURSELF',
          'COMPLAINT_CANNOT_BE_SEALED',
        ),
      ),

    /** The same file once more, for whoever holds its number. */
    fetch: silent('signed-in')
      .input(z.strictObject({ letterNumber: LetterNumber }))
      .output(FileContent)
      .errors(refusals('COMPLAINT_LETTER_UNKNOWN')),
  },
};
