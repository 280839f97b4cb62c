import { Autocomplete, Button, Modal, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { useToday } from '../lib/session.ts';
import { DayInput } from './DayInput.tsx';
import styles from './kit.module.css';
import { RefusalNotice } from './RefusalNotice.tsx';

type Props = {
  readonly title: string;
  /** What follows from it. */
  readonly hint?: ReactNode;
  readonly dayLabel: string;
  readonly reasonLabel: string;
  /** Usual reasons to pick from; any other may be written. */
  readonly reasons?: readonly string[];
  readonly act: string;
  readonly colour?: NonNullable<ButtonProps['color']>;
  readonly refusal: unknown;
  readonly running: boolean;
  readonly onAct: (given: { on: Day; reason: string }) => void;
  readonly close: () => void;
};

/** Ends or changes something on a day and for a reason: the two facts that every such act must leave behind. */
export function DayAndReason(props: Props) {
  const {
    title,
    hint,
    dayLabel,
    reasonLabel,
    reasons = [],
    act,
    colour,
    refusal,
    running,
    onAct,
    close,
  } = props;
  const { t } = useTranslation();
  const today = useToday();
  const [on, setOn] = useState<Day | null>(today);
  const [reason, setReason] = useState('');
  const ready = on !== null && reason.trim() !== '';
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}>
      <form
        className={styles['stack']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (on !== null && ready) onAct({ on, reason: reason.trim() });
        }}
      >
        {hint && <p className={styles['emptyHint']}>{hint}</p>}
        <DayInput label={dayLabel} value={on} onChange={setOn} />
        <Autocomplete
          label={reasonLabel}
          required
          data-autofocus
          maxLength={200}
          data={[...reasons]}
          value={reason}
          onChange={setReason}
        />
        <RefusalNotice refusal={refusal} />
        <div className={styles['stackActs']}>
          <Button type="submit" disabled={!ready} loading={running} {...(colour ? { color: colour } : {})}>
            {act}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
