import { useWords } from '../lib/words.ts';
import type { BedBoard } from '../../shared/beds/contract.ts';
import { Panel } from '../kit/Panel.tsx';
import { dragResident } from '../lib/dragging.ts';
import { personLine } from './person-line.ts';
import styles from './beds.module.css';

type Props = {
  readonly people: BedBoard['unplaced'];
  readonly mayWrite: boolean;
  readonly onPerson: (residentId: string) => void;
};

/** Who lives in the house without a bed, ready to be put into one. */
export function Unplaced({ people, mayWrite, onPerson }: Props) {
  const words = useWords();
  const texts = words.beds;
  return (
    <div className={styles['aside']}>
      <Panel title={texts.unplaced}>
        <p className={styles['quiet']}>
          {people.length === 0 ? texts.unplacedNone : mayWrite && texts.unplacedHint}
        </p>
        {people.length > 0 && (
          <ul className={styles['people']}>
            {people.map((person) => (
              <li key={person.residentId}>
                <button
                  type="button"
                  className={styles['person']}
                  onClick={() => onPerson(person.residentId)}
                  {...(mayWrite ? dragResident(person.residentId) : {})}
                >
                  <span className={styles['who']}>
                    <strong>{person.name}</strong>
                    <small>{personLine(person, words)}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
