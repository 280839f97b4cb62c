import { actionText } from '../../shared/messages/actions.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './audit.module.css';
import { clockText } from './clock-text.ts';

export type Compared = Awaited<ReturnType<typeof api.audit.compare>>;

/** What came of holding a code against the log, in one sentence, and the line that it is about. */
export function ComparedResult({ result }: { readonly result: Compared }) {
  const words = useWords().audit;
  const language = useLanguage();
  const { verdict, proven, line } = result;
  const facts = { seq: result.seq ?? 0, count: result.count, whole: result.whole, proven };
  const sentence = verdict === 'held' && proven === 0 ? words.anchors.heldBroken : words.anchors[verdict];
  const stands = line && [
    clockText(line.at, language),
    line.who,
    actionText(line.action, language),
    line.about || line.object,
    line.detail,
  ];
  return (
    <div className={styles['result']} data-held={verdict === 'held' && proven > 0} role="status">
      <strong>{fill(sentence, facts)}</strong>
      {verdict !== 'held' && result.restoredAt !== null && (
        <div>{fill(words.anchors.restored, { time: clockText(result.restoredAt, language) })}</div>
      )}
      {stands && <div>{fill(words.now, { text: stands.filter(Boolean).join(' · ') })}</div>}
    </div>
  );
}
