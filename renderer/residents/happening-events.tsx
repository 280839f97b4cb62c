import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Happening } from '../../shared/residents/contract.ts';
import type { TimelineEvent } from '../kit/Timeline.tsx';
import {
  dayWord,
  doubtWord,
  fieldWord,
  instantWord,
  valueWord,
  type ResidentTexts,
} from './resident-words.ts';
import styles from './residents.module.css';

/** What happened to a file, as sentences. */
export function happeningEvents(
  happenings: readonly Happening[],
  texts: ResidentTexts,
  language: Language,
): TimelineEvent[] {
  return happenings.map((happening, index) => {
    const { at, by, kind, what, field, before, after, reason, on } = happening;
    const entered = instantWord(at, language);
    const title = fill(texts.happenings[kind], {
      what: kind === 'doubt-resolved' ? doubtWord(texts, what) : what,
      field: fieldWord(texts, field ?? ''),
      before: valueWord(texts, field ?? '', before, language),
      after: valueWord(texts, field ?? '', after, language),
    });
    const day = on === null ? null : dayWord(on, language);
    const details = [
      day === null || day === entered ? null : fill(texts.happeningFrom, { date: day }),
      reason,
      fill(texts.happeningBy, { by }),
    ];
    return {
      key: `${at} ${kind} ${index}`,
      when: entered,
      title,
      detail: <Details parts={details.filter((part) => part !== null)} />,
      tone: kind === 'corrected' || kind === 'doubt-resolved' ? 'attention' : 'plain',
    };
  });
}

/** Facts that belong to one happening: a line breaks between them, not inside. */
function Details({ parts }: { readonly parts: readonly string[] }) {
  return parts.map((part) => (
    <span key={part} className={styles['part']}>
      {part}
    </span>
  ));
}
