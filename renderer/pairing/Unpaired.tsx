import { useTranslation } from 'react-i18next';
import type { PairingBoard } from '../../shared/pairing/contract.ts';
import styles from '../beds/beds.module.css';
import { Panel } from '../kit/Panel.tsx';
import { dragResident } from '../lib/dragging.ts';
import { useWords } from '../lib/words.ts';

type Props = {
  readonly people: PairingBoard['unpaired'];
  readonly mayWrite: boolean;
  readonly onPerson: (residentId: string) => void;
};

/** Residents whom nobody answers for yet. */
export function Unpaired({ people, mayWrite, onPerson }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.pairing;
  return (
    <div className={styles['aside']}>
      <Panel title={texts.unpaired}>
        <p className={styles['quiet']}>
          {people.length === 0 ? texts.unpairedNone : mayWrite && texts.unpairedHint}
        </p>
        {people.length > 0 && (
          <ul className={styles['people']}>
            {people.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className={styles['person']}
                  disabled={!mayWrite}
                  onClick={() => onPerson(person.id)}
                  {...(mayWrite ? dragResident(person.id) : {})}
                >
                  <span className={styles['who']}>
                    <strong>{person.name}</strong>
                    <small>
                      {[
                        person.bed === null
                          ? words.kit.noBed
                          : t(($) => $.kit.bed, { bed: person.bed ?? '' }),
                        person.careLevel && words.residents.careLevels[person.careLevel],
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
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
