import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { DayInput } from '../kit/DayInput.tsx';
import styles from './checkups.module.css';
import type { RoundData } from './round-data.ts';

type Props = {
  readonly data: RoundData;
  readonly day: Day;
  readonly round: number;
  readonly onRound: (next: { day: Day; round: number }) => void;
  readonly doer: string;
  readonly onDoer: (doer: string) => void;
  readonly zone: string;
  readonly onZone: (zone: string) => void;
  readonly enterGoes: 'down' | 'right';
  readonly onEnterGoes: (next: 'down' | 'right') => void;
  readonly withHeight: boolean;
  readonly onWithHeight: (shown: boolean) => void;
  readonly mayWrite: boolean;
};

const item = ({ id, name }: RoundData['doers'][number]) => ({ value: id, label: name });

/** Above the sheet: which round it is, who measured, what is shown. */
export function RoundBar(props: Props) {
  const { data, day, round, onRound, doer, onDoer, zone, onZone, mayWrite } = props;
  const { t } = useTranslation();
  const zones = [...new Set(data.rows.map((row) => row.zone))].filter(Boolean);
  const groups = [
    {
      group: t(($) => $.checkups.doerNurses),
      items: data.doers.filter(({ kind }) => kind === 'nurse').map(item),
    },
    { group: t(($) => $.checkups.doerOnDuty), items: data.doers.filter(({ onDuty }) => onDuty).map(item) },
    {
      group: t(($) => $.checkups.doerOthers),
      items: data.doers.filter(({ kind, onDuty }) => kind === 'caregiver' && !onDuty).map(item),
    },
  ].filter(({ items }) => items.length > 0);

  return (
    <div className={styles['bar']}>
      <DayInput
        label={t(($) => $.checkups.day)}
        value={day}
        w="9.5rem"
        onChange={(picked) => {
          if (picked) onRound({ day: picked, round });
        }}
      />
      <Select
        label={t(($) => $.checkups.round)}
        w="7rem"
        allowDeselect={false}
        value={String(round)}
        data={[1, 2, 3, 4, 5, 6].map((number) => ({
          value: String(number),
          label: t(($) => $.checkups.roundNumber, { round: number }),
        }))}
        onChange={(picked) => onRound({ day, round: Number(picked ?? 1) })}
      />
      {mayWrite && (
        <Select
          label={t(($) => $.checkups.doer)}
          w="9rem"
          searchable
          allowDeselect={false}
          value={doer || null}
          data={groups}
          onChange={(picked) => onDoer(picked ?? '')}
        />
      )}
      {zones.length > 1 && (
        <Select
          label={t(($) => $.checkups.zone)}
          w="9rem"
          allowDeselect={false}
          value={zone}
          data={[
            { value: '', label: t(($) => $.checkups.everyZone) },
            ...zones.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(picked) => onZone(picked ?? '')}
        />
      )}
      {mayWrite && (
        <div className={styles['choice']}>
          <span id="enter-goes">{t(($) => $.checkups.enterGoes)}</span>
          <SegmentedControl
            aria-labelledby="enter-goes"
            size="sm"
            value={props.enterGoes}
            onChange={(next) => props.onEnterGoes(next === 'down' ? 'down' : 'right')}
            data={[
              { value: 'right', label: t(($) => $.checkups.enterRight) },
              { value: 'down', label: t(($) => $.checkups.enterDown) },
            ]}
          />
        </div>
      )}
      <Checkbox
        className={styles['tick'] ?? ''}
        label={t(($) => $.checkups.showHeight)}
        checked={props.withHeight}
        onChange={(event) => props.onWithHeight(event.currentTarget.checked)}
      />
      <span className={styles['legend']}>{t(($) => $.checkups.lastInBrackets)}</span>
    </div>
  );
}
