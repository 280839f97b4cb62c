import type { ComplaintFile } from '../../shared/complaints/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import { clockText } from '../audit/clock-text.ts';
import type { Fact } from '../kit/FactList.tsx';
import { dayWord } from '../residents/resident-words.ts';
import styles from './complaints.module.css';

/** A complaint as it was brought: the same on the screen and on paper. */
export function entryFacts(
  file: ComplaintFile,
  { complaints: texts }: Words<Messages>,
  language: Language,
): readonly Fact[] {
  const { fields } = texts;
  const long = (text: string) => <span className={styles['text']}>{text}</span>;
  return [
    { label: fields.kind, value: texts.kinds[file.kind] },
    {
      label: fields.happenedOn,
      value: [dayWord(file.happenedOn, language), file.happenedTime].filter(Boolean).join(' '),
    },
    { label: fields.place, value: file.place },
    { label: fields.resident, value: file.resident },
    {
      label: fields.concernKind,
      value: [texts.concernKinds[file.concernKind], file.concern].filter(Boolean).join(' · '),
    },
    {
      label: fields.teller,
      value: [texts.tellers[file.teller], file.tellerName].filter(Boolean).join(' · '),
    },
    { label: fields.said, value: long(file.said) },
    { label: fields.doneAtOnce, value: long(file.doneAtOnce) },
    { label: fields.doer, value: file.doer },
    { label: fields.recordedBy, value: file.recordedBy },
    { label: fields.recordedAt, value: clockText(file.recordedAt, language).slice(0, -3) },
  ];
}
