import { papers, type Paper } from '../../shared/audit/papers.ts';
import type { AuditAnchor } from '../../shared/audit/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';

type AuditWords = Words<Messages>['audit'];

const isPaper = (text: string): text is Paper => (papers as readonly string[]).includes(text);

/** What a paper is called: `pay-sheet 2026-10` → 工资发放表 2026-10. */
export function paperText(reference: string, words: AuditWords): string {
  const [paper = '', ...rest] = reference.split(' ');
  return isPaper(paper) ? [words.papers[paper], ...rest].join(' ') : reference;
}

/** Where a place of the log was carried to, in words. */
export function whereText({ kind, reference }: Pick<AuditAnchor, 'kind' | 'reference'>, words: AuditWords) {
  return kind === 'paper' ? paperText(reference, words) : `${words.anchorKinds[kind]} ${reference}`.trim();
}
