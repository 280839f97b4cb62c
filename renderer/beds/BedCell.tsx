import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useCallback } from 'react';
import type { BedOnBoard } from '../../shared/beds/contract.ts';
import { dragResident, useResidentDrop } from '../lib/dragging.ts';
import { useWords } from '../lib/words.ts';
import { personLine } from './person-line.ts';
import styles from './beds.module.css';

type Props = {
  readonly bed: BedOnBoard;
  readonly found: boolean;
  readonly mayWrite: boolean;
  readonly onPerson: (residentId: string) => void;
  readonly onBed: (bedId: string, residentId?: string) => void;
};

/** One bed: who lies in it, or a free place that takes somebody. */
export function BedCell({ bed, found, mayWrite, onPerson, onBed }: Props) {
  const words = useWords();
  const drop = useResidentDrop((residentId) => onBed(bed.id, residentId));
  const { occupant } = bed;
  const lookAt = useCallback(
    (cell: HTMLButtonElement | null) => {
      if (!found || !cell) return;
      cell.scrollIntoView({ block: 'center' });
      cell.focus({ preventScroll: true });
    },
    [found],
  );
  if (occupant)
    return (
      <button
        type="button"
        ref={lookAt}
        data-found={found}
        className={styles['bed']}
        onClick={() => onPerson(occupant.residentId)}
        {...(mayWrite ? dragResident(occupant.residentId) : {})}
      >
        <span className={styles['number']}>{bed.label}</span>
        <span className={styles['who']}>
          <strong>{occupant.name}</strong>
          <small>{personLine(occupant, words)}</small>
        </span>
        {occupant.standing === 'provisional' && (
          <IconAlertTriangle
            size="1.125rem"
            color="var(--nt-persimmon)"
            role="img"
            aria-label={words.residents.standings.provisional}
          />
        )}
      </button>
    );
  const free = (
    <>
      <span className={styles['number']}>{bed.label}</span>
      <span className={styles['who']}>{words.beds.freeBed}</span>
    </>
  );
  if (!mayWrite)
    return (
      <div className={styles['bed']} data-free>
        {free}
      </div>
    );
  return (
    <button
      type="button"
      ref={lookAt}
      data-found={found}
      className={styles['bed']}
      data-free
      onClick={() => onBed(bed.id)}
      {...drop}
    >
      {free}
      <span className="nt-only-read">{words.beds.freeBedAct}</span>
    </button>
  );
}
