import { anchorsNewestFirst, recordAnchor, type Anchor } from '../../db/anchors.ts';
import { auditHead } from '../../db/audit.ts';
import { lineAt, lineByHash, linesWhere } from '../../db/audit-lines.ts';
import { anchorCode, readAnchorCode } from '../../shared/audit/anchor-code.ts';
import type { AuditAnchor } from '../../shared/audit/contract.ts';
import { signedPapers } from '../../shared/audit/papers.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { everyRequest } from '../../shared/contract/every-request.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, permissions, roles } from '../../shared/contract/permissions.ts';
import { hasName } from '../../shared/messages/actions.ts';
import { auditWatch } from '../core/audit-watch.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { actionsOf, shownLines } from './audit-lines.ts';

/** The instant at which a day of the house begins: China keeps one zone and no summer time. */
const beginOf = (day: Day) => new Date(`${day}T00:00:00+08:00`).toISOString();

function shownAnchor({ kind, at, seq, hash, reference }: Anchor, held: boolean): AuditAnchor {
  return { kind, at, seq, code: anchorCode(hash), reference, held };
}

/** Places carried out, newest first, and whether the log holds each. */
function anchorsOf(raw: Work['raw'], lost: readonly Anchor[]): { anchor: Anchor; held: boolean }[] {
  const missing = new Set(lost.map(({ seq, hash }) => `${seq} ${hash}`));
  return anchorsNewestFirst(raw).map((anchor) => ({
    anchor,
    held: !missing.has(`${anchor.seq} ${anchor.hash}`),
  }));
}

/** The digits that a typed code stands for; a slip of the pen is named by its group. */
function prefixOf(code: string): string {
  const read = readAnchorCode(code);
  if (!read.ok) refuse('ANCHOR_CODE_WRONG', { group: read.group });
  return read.prefix;
}

export const audit = {
  standing: door.audit.standing.handler(async ({ context }) => {
    const { raw } = context;
    const watch = auditWatch(raw);
    const { chain, lost } = watch.verdict();
    const head = auditHead(raw);
    const proven = anchorsOf(raw, lost).find(
      ({ held, anchor: { seq } }) => held && seq > 0 && seq <= chain.whole,
    );
    const lines = shownLines(
      context,
      chain.faults.flatMap(({ line, seq }) => (line ? [{ ...line, seq, prev: '', hash: '' }] : [])),
    );
    return {
      count: head.seq,
      code: anchorCode(head.hash),
      checkedAt: watch.checkedAt,
      checking: watch.walking,
      unreadable: watch.unreadable,
      whole: chain.whole,
      faults: chain.faults.map((fault) => ({
        ...fault,
        line: fault.line && (lines.find(({ seq }) => seq === fault.seq) ?? null),
      })),
      faultCount: chain.faultCount,
      lost: lost.map((anchor) => shownAnchor(anchor, false)),
      proven: proven ? shownAnchor(proven.anchor, true) : null,
    };
  }),

  verify: door.audit.verify.handler(async ({ input: { job }, context: { house, connection, raw } }) => {
    try {
      const { chain, lost } = await house.jobs.run(job, connection.id, (step) =>
        auditWatch(raw).again(step, () => house.at),
      );
      return { whole: chain.whole, faultCount: chain.faultCount, lost: lost.length };
    } catch (error) {
      if (!raw.open) refuse('NOT_SIGNED_IN', {});
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))
        refuse('FILE_DAMAGED', {});
      throw error;
    }
  }),

  lines: door.audit.lines.handler(async ({ input, context }) => {
    const { before, limit, actor, kind, from, until } = input;
    const filter = {
      before,
      actor,
      ...(kind && actionsOf(kind)),
      from: from && beginOf(from),
      to: until && beginOf(addDays(until, 1)),
    };
    return shownLines(context, linesWhere(context.raw, filter, limit));
  }),

  around: door.audit.around.handler(async ({ input: { seq }, context }) =>
    shownLines(context, linesWhere(context.raw, { before: seq + 4 }, 7)),
  ),

  anchors: door.audit.anchors.handler(async ({ context: { raw } }) =>
    anchorsOf(raw, auditWatch(raw).verdict().lost).map(({ anchor, held }) => shownAnchor(anchor, held)),
  ),

  compare: door.audit.compare.handler(async ({ input, context }) => {
    const { raw } = context;
    const prefix = prefixOf(input.code);
    const watch = auditWatch(raw);
    const { chain } = watch.verdict();
    const found = lineByHash(raw, prefix);
    const said = input.seq === undefined ? undefined : lineAt(raw, input.seq);
    const held = found !== undefined && (input.seq === undefined || found.seq === input.seq);
    const seq = held ? found.seq : (input.seq ?? null);
    const line = held ? found : said;
    return {
      verdict: held
        ? ('held' as const)
        : input.seq === undefined
          ? ('unknown' as const)
          : said
            ? ('changed' as const)
            : ('gone' as const),
      seq,
      count: auditHead(raw).seq,
      whole: chain.whole,
      // A line that holds the code proves what comes before it only as far as the chain between fits together.
      proven: held && found.seq <= chain.whole ? found.seq : 0,
      line: line ? (shownLines(context, [line])[0] ?? null) : null,
      restoredAt: linesWhere(raw, { actions: ['backup.restore'] }, 1)[0]?.at ?? null,
    };
  }),

  stamp: door.audit.stamp.handler(async ({ context: { raw } }) => {
    const head = auditHead(raw);
    return { seq: head.seq, code: anchorCode(head.hash) };
  }),

  printed: door.audit.printed.handler(async ({ input: { paper, of, stamp }, context: { raw, at, note } }) => {
    if (stamp && signedPapers.includes(paper)) {
      const line = lineByHash(raw, prefixOf(stamp.code));
      // Only what the log holds is an anchor: a page that was left open over a restore carries the code of another log.
      if (!line || line.seq !== stamp.seq) refuse('ANCHOR_CODE_WRONG', { group: 1 });
      recordAnchor(raw, {
        kind: 'paper',
        at,
        seq: line.seq,
        hash: line.hash,
        reference: `${paper} ${of}`.trim(),
      });
      note(paper, `${of} ${stamp.seq} ${stamp.code}`.trim());
      return {};
    }
    note(paper, of);
    return {};
  }),

  copied: door.audit.copied.handler(async ({ input: { table, rows }, context: { note } }) => {
    note(table, `${rows} rows`);
    return {};
  }),

  rights: door.audit.rights.handler(async () =>
    permissions.map((needs) => ({
      needs,
      roles: roles.filter((role) => may(role, needs)),
      actions: everyRequest(contract)
        .filter(({ meta }) => meta.needs === needs)
        .map(({ path }) => path.join('.'))
        // What leaves a line has a name in the log: changes, looks, and work outside the door's transaction (a backup).
        .filter(hasName),
    })),
  ),
};
