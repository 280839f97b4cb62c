import type { AuditStanding } from '../../shared/audit/contract.ts';
import { actionText } from '../../shared/messages/actions.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import { whereText } from './anchor-words.ts';
import { clockText } from './clock-text.ts';

type AuditWords = Words<Messages>['audit'];
type Fault = AuditStanding['faults'][number];

/** One thing that is wrong: where, in a sentence, and what stands there. */
export type ToldFault = {
  readonly key: string;
  readonly seq: number;
  readonly sentence: string;
  readonly details: string[];
};

const SHOWN = 16;

function detailsOf({ kind, expected, found, line }: Fault, words: AuditWords, language: Language): string[] {
  const text = line && [
    clockText(line.at, language),
    line.who || line.actor,
    actionText(line.action, language),
    line.about || line.object,
    line.detail,
  ];
  return [
    ...(text ? [fill(words.now, { text: text.filter(Boolean).join(' · ') })] : []),
    ...(kind === 'missing'
      ? []
      : [fill(words.hashes, { expected: expected.slice(0, SHOWN), found: found.slice(0, SHOWN) })]),
  ];
}

/** All that is wrong with the log, the first line at fault first. */
export function toldFaults(standing: AuditStanding, words: AuditWords, language: Language): ToldFault[] {
  const inside = standing.faults.map((fault) => ({
    key: `${fault.kind} ${fault.seq}`,
    seq: fault.seq,
    sentence: fill(words.fault[fault.kind], { seq: fault.seq, through: fault.through }),
    details: detailsOf(fault, words, language),
  }));
  const lost = standing.lost.map((anchor) => ({
    key: `lost ${anchor.seq} ${anchor.kind} ${anchor.reference}`,
    seq: anchor.seq,
    sentence: fill(anchor.seq > standing.count ? words.fault.cut : words.fault.lost, {
      seq: anchor.seq,
      count: standing.count,
      where: `${whereText(anchor, words)} ${clockText(anchor.at, language)}`,
    }),
    details: [],
  }));
  return [...inside, ...lost].toSorted((a, b) => a.seq - b.seq);
}
