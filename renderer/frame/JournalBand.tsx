import { fill } from '../../shared/messages/fill.ts';
import { clockText } from '../audit/clock-text.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './Frame.module.css';

/** Stands above every page for some days after a disk lost entries that had been saved: somebody must enter them again. */
export function JournalBand() {
  const words = useWords().frame;
  const language = useLanguage();
  const { journalCut } = useSession();
  if (journalCut === null) return null;
  return (
    <div className={styles['band']} role="alert">
      {fill(words.journalCut, { last: clockText(journalCut, language) })}
    </div>
  );
}
