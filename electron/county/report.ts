import { basename } from 'node:path';
import { isDay, month } from '../../shared/calendar/day.ts';
import { formatFen } from '../../shared/money/money.ts';
import { dayText, monthText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import { packageSentence } from '../../shared/messages/package-sentence.ts';
import { inGroups } from '../../shared/package/bytes.ts';
import type { Inspection } from '../../shared/package/inspect.ts';
import type { Counts, Totals } from '../../shared/package/manifest.ts';
import { readingOrder, totalNames } from '../../shared/package/tables.ts';
import type { Signers } from '../../shared/package/signers.ts';
import type { Verified } from './verify.ts';

/** What the county reads about one package; also what --json prints. Amounts in fen. */
export type Report = {
  readonly verdict: Inspection['verdict'];
  readonly code: string | null;
  readonly sentence: string;
  readonly file: string;
  readonly content: {
    readonly center: string;
    readonly centerName: string;
    readonly county: string;
    readonly period: string;
    readonly kind: 'full' | 'correction' | 'empty';
    readonly epoch: number;
    readonly seq: number;
    readonly hash: string;
    readonly keyId: string;
    readonly createdAt: string;
    readonly auditHead: string;
    readonly auditCount: number;
    readonly counts: Counts;
    readonly totals: Totals;
  } | null;
  readonly ledger: string | null;
  readonly released: readonly number[];
  /** Numbers that waited and can never be taken. */
  readonly dropped: readonly number[];
  /** The receipts that were written, this package's first. */
  readonly receipts: readonly string[];
};

export function reportOn(
  { inspection, signers, released, dropped, receipts }: Verified,
  file: string,
  ledger: string | null,
  language: Language,
): Report {
  const name = basename(file);
  const words = messages[language].packages.report;
  const head = {
    verdict: inspection.verdict,
    file: name,
    ledger,
    released: released.map(({ seq }) => seq),
    dropped: dropped.map(({ seq }) => seq),
    receipts,
  };
  if (inspection.verdict === 'refused') {
    return {
      ...head,
      code: inspection.code,
      sentence: packageSentence(inspection.code, inspection.facts, language),
      content: null,
    };
  }
  const content = contentOf(inspection, signers);
  if (inspection.verdict === 'accepted')
    return { ...head, code: null, sentence: fill(words.accepted, { file: name }), content };
  return {
    ...head,
    code: inspection.code,
    sentence: packageSentence(inspection.code, inspection.facts, language),
    content,
  };
}

function contentOf(
  { manifest, hash }: Exclude<Inspection, { verdict: 'refused' }>,
  signers: Signers,
): Report['content'] {
  const centerName = signers.allowed.findLast((signer) => signer.center === manifest.center)?.name ?? '';
  return {
    center: manifest.center,
    centerName,
    county: manifest.county,
    period: manifest.period,
    kind: manifest.kind,
    epoch: manifest.epoch,
    seq: manifest.seq,
    hash,
    keyId: manifest.key_id,
    createdAt: manifest.created_at,
    auditHead: manifest.audit_head,
    auditCount: manifest.audit_count,
    counts: manifest.counts,
    totals: manifest.totals,
  };
}

/** The report as the county's clerk reads it, one fact a line. */
export function printed(report: Report, language: Language): string {
  const { report: words, tables, totals, kinds } = messages[language].packages;
  const { content } = report;
  const title = fill(words[report.verdict], { file: report.file });
  const lines = [title, ...(report.verdict === 'accepted' ? [] : [`  ${report.sentence}`])];
  if (report.code === 'FORK') lines.push(`  ${words.onHold}`);
  if (content) {
    lines.push(
      ...pairs([
        [words.centre, `${content.centerName} ${content.center}`.trim()],
        [words.period, monthText(month(content.period), language)],
        [words.kind, kinds[content.kind]],
        [words.number, fill(words.numberValue, { epoch: content.epoch, seq: content.seq })],
        [words.hash, inGroups(content.hash)],
        [words.signer, content.keyId],
        [words.createdAt, instantText(content.createdAt, language)],
        [
          words.audit,
          fill(words.auditValue, { count: content.auditCount, head: inGroups(content.auditHead) }),
        ],
      ]),
      `  ${words.counts}`,
      ...pairs(
        readingOrder.map((name) => [tables[name], String(content.counts[name])]),
        4,
      ),
      `  ${words.totals}`,
      ...pairs(
        totalNames.map((name) => [totals[name], formatFen(content.totals[name])]),
        4,
      ),
    );
  }
  if (report.released.length > 0)
    lines.push(`  ${fill(words.released, { numbers: report.released.join(', ') })}`);
  if (report.dropped.length > 0)
    lines.push(`  ${fill(words.dropped, { numbers: report.dropped.join(', ') })}`);
  if (report.ledger === null) lines.push(`  ${words.noLedger}`);
  else if (report.verdict !== 'refused') lines.push(`  ${fill(words.recorded, { ledger: report.ledger })}`);
  lines.push(...report.receipts.map((file) => `  ${fill(words.receipt, { file })}`));
  return `${lines.join('\n')}\n`;
}

/** `2026-11-02T09:00:00+08:00` as people write it: `2026年11月2日 09:00`. The manifest's form was checked; the day in it is only told. */
function instantText(instant: string, language: Language): string {
  const date = instant.slice(0, 10);
  return isDay(date) ? `${dayText(date, language)} ${instant.slice(11, 16)}` : instant;
}

const width = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[ᄀ-￿]/.test(character) ? 2 : 1), 0);

/** Labels padded to one width, where a Chinese character is two columns wide on a terminal. */
function pairs(rows: readonly (readonly [string, string])[], indent = 2): string[] {
  const widest = Math.max(0, ...rows.map(([label]) => width(label)));
  return rows.map(
    ([label, value]) => `${' '.repeat(indent)}${label}${' '.repeat(widest - width(label))}  ${value}`,
  );
}
