import { ActionIcon } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PairingBoard } from '../../shared/pairing/contract.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useResidentDrop } from '../lib/dragging.ts';
import { useWords } from '../lib/words.ts';
import styles from './pairing.module.css';

type Caregiver = PairingBoard['caregivers'][number];
export type Held = Caregiver['residents'][number];

type Props = {
  readonly caregiver: Caregiver;
  readonly most: number;
  readonly mayWrite: boolean;
  /** A free place was pressed, or somebody was dropped here. */
  readonly onPair: (residentId?: string) => void;
  readonly onEnd: (held: Held) => void;
};

/** One caregiver: whom she answers for, and the places that are free. */
export function CaregiverCard({ caregiver, most, mayWrite, onPair, onEnd }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.pairing;
  const drop = useResidentDrop(onPair);
  const { id, name, residents } = caregiver;
  const free = Math.max(0, most - residents.length);
  return (
    <li className={styles['caregiver']} {...(mayWrite ? drop : {})}>
      <div className={styles['head']}>
        <h2>
          <Link href={`/caregivers/${id}`}>{name}</Link>
        </h2>
        <span className={styles['count']}>
          {residents.length}/{most}
        </span>
      </div>
      {residents.map((held) => (
        <div key={held.pairingId} className={styles['slot']}>
          <Link href={`/residents/${held.id}`}>{held.name}</Link>
          {held.bed !== null && <small>{t(($) => $.kit.bed, { bed: held.bed ?? '' })}</small>}
          {held.kin && <StatusBadge tone="information">{texts.kin}</StatusBadge>}
          {held.standing === 'provisional' && (
            <IconAlertTriangle
              size="1.125rem"
              color="var(--nt-persimmon)"
              role="img"
              aria-label={words.residents.standings.provisional}
            />
          )}
          {mayWrite && (
            <ActionIcon
              className={styles['push'] ?? ''}
              variant="subtle"
              color="stone"
              aria-label={t(($) => $.pairing.unpairAct, { caregiver: name, resident: held.name })}
              onClick={() => onEnd(held)}
            >
              <IconX size="1.125rem" aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {Array.from({ length: free }, (_, place) =>
        mayWrite ? (
          <button
            key={`free ${place}`}
            type="button"
            className={`${styles['slot']} ${styles['free']}`}
            onClick={() => onPair()}
          >
            {texts.freeSlot}
            <span className="nt-only-read">{t(($) => $.pairing.freeSlotAct, { name })}</span>
          </button>
        ) : (
          <div key={`free ${place}`} className={`${styles['slot']} ${styles['free']}`}>
            {texts.freeSlot}
          </div>
        ),
      )}
    </li>
  );
}
