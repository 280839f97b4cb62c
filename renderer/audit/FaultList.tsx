import type { AuditStanding } from '../../shared/audit/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './audit.module.css';
import { toldFaults } from './faults.ts';

/** So many are shown at once; the first is what matters. */
const SHOWN = 8;

/** What is wrong with the log, row by row, and what to do. */
export function FaultList({ standing }: { readonly standing: AuditStanding }) {
  const words = useWords().audit;
  const language = useLanguage();
  const faults = toldFaults(standing, words, language);
  if (faults.length === 0) return null;
  const left = standing.faultCount + standing.lost.length - Math.min(faults.length, SHOWN);
  return (
    <section className={styles['faults']} aria-label={words.faults}>
      <h2>{words.faults}</h2>
      <ol>
        {faults.slice(0, SHOWN).map(({ key, sentence, details }) => (
          <li key={key}>
            <strong>{sentence}</strong>
            {details.map((detail) => (
              <span key={detail}>{detail}</span>
            ))}
          </li>
        ))}
      </ol>
      {left > 0 && <p>{fill(words.more, { count: left })}</p>}
      <p>{words.whatToDo}</p>
    </section>
  );
}
