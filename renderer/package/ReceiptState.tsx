import { isDay } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { receiptSentence } from '../../shared/messages/receipt-sentence.ts';
import { StatusBadge, type Tone } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './package.module.css';
import type { BuiltPackage } from './paths.ts';

type Props = Pick<BuiltPackage, 'receipt'>;

const tones: Readonly<Record<BuiltPackage['receipt']['fate'], Tone>> = {
  awaited: 'attention',
  accepted: 'good',
  waiting: 'information',
  returned: 'danger',
  void: 'plain',
  unanswered: 'danger',
};

/** What the county answered about a package, in a word, with the day on which it was received. */
export function ReceiptBadge({ receipt: { fate, receivedOn } }: Props) {
  const texts = useWords().packageLife.receipt;
  const language = useLanguage();
  const day = fate === 'accepted' && receivedOn !== null && isDay(receivedOn) ? receivedOn : null;
  return (
    <StatusBadge tone={tones[fate]}>
      {day ? fill(texts.acceptedOn, { date: shortDayText(day, language) }) : texts.fates[fate]}
    </StatusBadge>
  );
}

/** The same in sentences, with the county's reason. */
export function ReceiptText({ receipt }: Props) {
  const texts = useWords().packageLife.receipt;
  const language = useLanguage();
  const { fate, code, facts } = receipt;
  return (
    <section>
      <h3 className={styles['heading']}>{texts.title}</h3>
      <ReceiptBadge receipt={receipt} />
      <p className={styles['explain']}>{texts.explain[fate]}</p>
      {code !== null && <p className={styles['reason']}>{receiptSentence(code, facts, language)}</p>}
    </section>
  );
}
