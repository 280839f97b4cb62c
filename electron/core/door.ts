import { implement, ORPCError } from '@orpc/server';
import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { appendAudit } from '../../db/audit.ts';
import type { Schema } from '../../db/schema.ts';
import { inOneTransaction } from '../../db/transaction.ts';
import { failures } from '../../shared/contract/failures.ts';
import { contract } from '../../shared/contract/index.ts';
import { may } from '../../shared/contract/permissions.ts';
import type { Meta } from '../../shared/contract/base.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { Person } from '../../shared/people/contract.ts';
import type { Connection, House } from './house.ts';
import { auditWatch } from './audit-watch.ts';
import { oddPlace } from './plain-input.ts';
import { recordLook } from './reading.ts';
import { refuse } from './refuse.ts';

/** What a host hands over with each request. */
export type Visit = { readonly house: House; readonly connection: Connection };

/** What a handler may reach. */
export type Work = Visit & {
  readonly db: Kysely<Schema>;
  readonly raw: Database;
  /** Who is signed in; reading it in an entrance, where nobody is, is a fault. */
  readonly who: Person;
  /** The instant of the request as ISO text, the same for every row that it writes. */
  readonly at: string;
  readonly today: Day;
  readonly newId: () => string;
  /** What the audit line of this change says: the thing it is about, and a word on what was done. No secrets. */
  readonly note: (object: string, detail?: string) => void;
  /** What is to happen once the change is committed, and only then (signing somebody out, removing a key). */
  readonly afterwards: (action: () => void) => void;
  /** How to take back what was done beside the database (a file), should the change not be committed. */
  readonly undo: (action: () => void) => void;
};

type Noted = { object: string; detail: string; afterwards: (() => void)[]; undo: (() => void)[] };

/**
 * The only way in: session → permission → (validation by the contract) → one transaction and one audit line → handler; for a
 * sensitive query a line that says who looked, and for a letter that no director may know of (`silent`) none.
 * A declared refusal rolls everything back and goes out as it is; anything unexpected becomes a reference number for the
 * user and a full line in the log.
 */
export const door = implement(contract)
  .$context<Visit>()
  .use(async ({ context, next, procedure, path, signal }, input) => {
    const { house, connection } = context;
    const { meta, errorMap } = procedure['~orpc'] as unknown as {
      meta: Meta;
      errorMap: Record<string, unknown>;
    };
    const noted: Noted = { object: '', detail: '', afterwards: [], undo: [] };
    const answer = async () => {
      // Before the contract looks at it: what no window of ours sends must not reach a schema, a rule or the database.
      const odd = oddPlace(input);
      if (odd !== null) refuse('BAD_INPUT', { fields: [odd] });
      return next({ context: workOf(context, noted) });
    };

    const guarded = async () => {
      // A question that nobody waits for any more needs no answer; a change that was sent is made.
      if (!meta.changes) signal?.throwIfAborted();
      if (meta.waits !== false) house.sweep();
      if (meta.needs === 'anyone') return answer();
      if (!connection.me || !house.open) refuse('NOT_SIGNED_IN', {});
      if (!may(connection.me.role, meta.needs)) refuse('NOT_ALLOWED', { needs: meta.needs });
      if (meta.waits === false) return answer();
      connection.lastSeen = house.now();
      try {
        if (meta.changes)
          return await changing(house, connection.me, { action: path.join('.'), meta }, noted, answer);
        const [{ raw }, actor] = [house.open.store, connection.me.id];
        const shown = await answer();
        if (meta.reads) {
          const [now, at, action] = [house.now(), house.at, path.join('.')];
          recordLook(raw, { now, at, actor, action, reads: meta.reads, input });
        }
        return shown;
      } finally {
        connection.lastSeen = house.now(); // work that took long is not idleness
      }
    };

    try {
      return await (meta.waits === false
        ? guarded()
        : house.queue.run(async () => {
            const answered = await guarded();
            watchOver(house);
            return answered;
          }));
    } catch (error) {
      if (signal?.aborted && error === signal.reason)
        throw new ORPCError('CANCELLED', { status: 422, data: {} });
      throw asRefusal(error, errorMap, meta.line === false ? null : path.join('.'), house);
    }
  });

function workOf({ house, connection }: Visit, noted: Noted): Work {
  const store = house.open?.store;
  // An entrance runs before anything is open and must not use these three; every other request was let in by a session.
  const behindTheDoor = { db: store?.db, raw: store?.raw, who: connection.me } as Pick<
    Work,
    'db' | 'raw' | 'who'
  >;
  return {
    house,
    connection,
    ...behindTheDoor,
    at: house.at,
    today: house.today,
    newId: house.newId,
    note: (object, detail = '') => void Object.assign(noted, { object, detail }),
    afterwards: (action) => void noted.afterwards.push(action),
    undo: (action) => void noted.undo.unshift(action),
  };
}

/** Begins to look the log over once the file is open: in slices of its own, nobody waits for it. */
function watchOver(house: House): void {
  const raw = house.open?.store.raw;
  if (!raw) return;
  void auditWatch(raw).begin(
    () => house.at,
    (error) => house.log({ reference: house.reference(), request: 'audit', error }),
  );
}

async function changing<T>(
  house: House,
  who: Person,
  { action, meta }: { readonly action: string; readonly meta: Meta },
  noted: Noted,
  work: () => Promise<T>,
): Promise<T> {
  const raw = house.open?.store.raw;
  if (!raw) throw new Error('the house is closed');
  const at = house.at;
  const result = await inOneTransaction(raw, async () => {
    const answer = await work();
    if (meta.line !== false)
      appendAudit(raw, { at, actor: who.id, action, object: noted.object, detail: noted.detail });
    return answer;
  }).catch((error: unknown) => {
    takeBack(house, action, noted.undo);
    throw error;
  });
  for (const afterwards of noted.afterwards) afterwards();
  return result;
}

/** Takes back what was done beside the database; what cannot be is logged, and the refusal goes out as it is. */
function takeBack(house: House, request: string, undo: Noted['undo']): void {
  for (const action of undo) {
    try {
      action();
    } catch (error) {
      house.log({ reference: house.reference(), request, error });
    }
  }
}

/** `request` null: one that leaves no line, of which the file of faults, which is plain, must not tell either. */
function asRefusal(
  error: unknown,
  declared: Record<string, unknown>,
  request: string | null,
  house: House,
): ORPCError<string, unknown> {
  if (error instanceof ORPCError) {
    if (error.code in declared) return error;
    if (error.code === 'BAD_REQUEST')
      return new ORPCError('BAD_INPUT', { status: 422, data: { fields: fieldsOf(error.data) } });
  }
  // Full is full and failing is failing, whether SQLite finds it or a file of our own (keyring, backup).
  const disk = whatTheDiskSays(error);
  if (disk === 'full') return new ORPCError('DISK_FULL', { status: 422, data: {} });
  const reference = house.reference();
  house.log(
    request === null
      ? { reference, request: 'unnamed', error: codeOf(error) || 'fault' }
      : { reference, request, error },
  );
  if (disk === 'failing') return new ORPCError('DISK_FAILING', { status: 422, data: {} });
  return new ORPCError('UNEXPECTED' satisfies keyof typeof failures, { status: 500, data: { reference } });
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Whether an error means that the disk is full, or that it can no longer be trusted: it fails, or gives back other bytes. */
function whatTheDiskSays(error: unknown): 'full' | 'failing' | null {
  const code = codeOf(error);
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return 'full';
  const failing = /^(?:SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_READONLY)/.test(code);
  return failing || ['EIO', 'ENXIO', 'EROFS'].includes(code) ? 'failing' : null;
}

/** The names of the fields that the contract did not accept, as paths: `centre.code`. */
function fieldsOf(data: unknown): string[] {
  const issues =
    typeof data === 'object' && data !== null && 'issues' in data && Array.isArray(data.issues)
      ? data.issues
      : [];
  const paths = issues.flatMap(
    (issue: { path?: readonly unknown[]; code?: string; keys?: readonly string[] }) => {
      const path = (issue.path ?? []).map((part) =>
        String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part),
      );
      return issue.keys ? issue.keys.map((key) => [...path, key].join('.')) : [path.join('.')];
    },
  );
  return [...new Set(paths)].slice(0, 20).map((path) => path.slice(0, 80));
}
