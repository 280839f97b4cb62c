import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query, sensitive, signal } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Id } from '../contract/id.ts';
import { JobId } from '../contract/jobs.ts';
import { permissions, roles, type Permission } from '../contract/permissions.ts';
import { papers } from './papers.ts';

const count = z.number().int();

/** Whose doing a line is: a change, a look at something sensitive, a paper or file that left, a way into or out of the house. */
export const lineKinds = ['change', 'read', 'copy', 'entrance'] as const;
export type LineKind = (typeof lineKinds)[number];

const Line = z.strictObject({
  seq: count,
  at: z.string(),
  /** Who was signed in: the typist. Empty name: nobody, or the program itself. */
  actor: z.string(),
  who: z.string(),
  action: z.string(),
  kind: z.enum(lineKinds),
  object: z.string(),
  /** What people call the thing that it is about; empty when it has no name. */
  about: z.string(),
  detail: z.string(),
});
export type AuditLogLine = z.output<typeof Line>;

const Fault = z.strictObject({
  kind: z.enum(['content', 'link', 'missing']),
  seq: count,
  through: count,
  expected: z.string(),
  found: z.string(),
  line: Line.nullable(),
});
export type AuditFault = z.output<typeof Fault>;

const Anchor = z.strictObject({
  kind: z.enum(['package', 'backup', 'paper', 'receipt']),
  at: z.string(),
  seq: count,
  code: z.string(),
  reference: z.string(),
  /** Whether the line still has the hash that was carried out. */
  held: z.boolean(),
});
export type AuditAnchor = z.output<typeof Anchor>;

const Standing = z.strictObject({
  /** Number and code of the newest line. */
  count,
  code: z.string(),
  /** When the whole chain was last walked; null while that goes on for the first time. */
  checkedAt: z.string().nullable(),
  checking: z.strictObject({ done: count, total: count }).nullable(),
  /** The walk could not be ended: lines after `whole` cannot be read. */
  unreadable: z.boolean(),
  /** Lines 1 to here fit together. */
  whole: count,
  faults: z.array(Fault),
  faultCount: count,
  /** Places carried out of this PC that the log no longer holds, the oldest first. */
  lost: z.array(Anchor),
  /** The newest place carried out that the log holds; lines up to it are proven unchanged to whoever holds it. */
  proven: Anchor.nullable(),
});
export type AuditStanding = z.output<typeof Standing>;

/** A code as it is typed from a paper, with spaces, dashes and slips. */
const TypedCode = z.string().trim().min(1).max(80);

export const audit = {
  /** Whether the log is whole: walked once after the file was opened, extended by what came since (trust.md 5). */
  standing: query('audit.read').input(z.strictObject({})).output(Standing),

  /** Walks the whole chain again, now; other work goes on. */
  verify: signal('audit.read')
    .input(z.strictObject({ job: JobId }))
    .output(z.strictObject({ whole: count, faultCount: count, lost: count }))
    .errors(refusals('CANCELLED', 'FILE_DAMAGED')),

  /** The lines before a number (or the newest), newest first; all conditions must hold. Days are those of the house. */
  lines: sensitive('audit.read', 'log')
    .input(
      z.strictObject({
        before: z.number().int().positive().optional(),
        limit: z.number().int().min(1).max(500),
        actor: Id.optional(),
        kind: z.enum(lineKinds).optional(),
        from: Day.optional(),
        until: Day.optional(),
      }),
    )
    .output(z.array(Line)),

  /** The lines round a number: what stands next to a fault. */
  around: sensitive('audit.read', 'log')
    .input(z.strictObject({ seq: z.number().int().positive() }))
    .output(z.array(Line)),

  /** Every place of the log that was carried out of this PC, newest first. */
  anchors: query('audit.read').input(z.strictObject({})).output(z.array(Anchor)),

  /**
   * Whether the log holds the line whose code stands on a paper, a package or a backup. `held`: it does, and lines 1 to `whole`
   * fit together; `changed`: the line with that number reads otherwise now; `gone`: there is no such line any more; `unknown`:
   * no number was given and no line has this code.
   */
  compare: query('audit.read')
    .input(z.strictObject({ code: TypedCode, seq: z.number().int().min(0).optional() }))
    .output(
      z.strictObject({
        verdict: z.enum(['held', 'changed', 'gone', 'unknown']),
        seq: count.nullable(),
        count,
        whole: count,
        /** Lines 1 to here are proven to be what they were when the code was carried out. */
        proven: count,
        line: Line.nullable(),
        /** When the centre was last restored from a backup: what was written between backup and restore is not in the log. */
        restoredAt: z.string().nullable(),
      }),
    )
    .errors(refusals('ANCHOR_CODE_WRONG')),

  /** Number and code of the newest line, as the papers that are signed carry it. */
  stamp: query('signed-in')
    .input(z.strictObject({}))
    .output(z.strictObject({ seq: count, code: z.string() })),

  /** A paper goes to the printer: who printed what; a paper that is signed carries out the stamp that stands on it. */
  printed: command('signed-in')
    .input(
      z.strictObject({
        paper: z.enum(papers),
        /** The month, the day or the person that it is about. */
        of: z.string().trim().max(64),
        stamp: z.strictObject({ seq: count.min(0), code: TypedCode }).nullable(),
      }),
    )
    .output(z.strictObject({}))
    .errors(refusals('ANCHOR_CODE_WRONG')),

  /** A table was copied for Excel or WPS: which, and how many rows. */
  copied: command('signed-in')
    .input(z.strictObject({ table: z.string().trim().min(1).max(80), rows: count.min(0).max(1_000_000) }))
    .output(z.strictObject({})),

  /** Who may do what, read from the contract itself: every right, the roles that have it, and the acts that need it. */
  rights: query('accounts.manage')
    .input(z.strictObject({}))
    .output(
      z.array(
        z.strictObject({
          needs: z.enum(permissions as [Permission, ...Permission[]]),
          roles: z.array(z.enum(roles)),
          actions: z.array(z.string()),
        }),
      ),
    ),
};
