import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { clockText } from '../audit/clock-text.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './Frame.module.css';

/** Stands above every page while the clock of the PC is behind what was recorded already: days would be entered wrong. */
export function ClockBand() {
  const words = useWords().frame;
  const language = useLanguage();
  const { clockBehind, today } = useSession();
  if (clockBehind === null) return null;
  return (
    <div className={styles['band']} role="alert">
      {fill(words.clockBehind, { today: dayText(today, language), last: clockText(clockBehind, language) })}
    </div>
  );
}
