import { Button, Drawer, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UsualRange, UsualRanges } from '../../shared/health/ranges.ts';
import { readVital } from '../../shared/health/reading.ts';
import { shownVital, vitalKeys, type VitalKey } from '../../shared/health/vitals.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './checkups.module.css';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly ranges: UsualRanges | undefined;
  readonly mayWrite: boolean;
};

/** The usual ranges of this centre: which are defaults, which a medic has set; the nurse sets them here. */
export function RangesDrawer({ opened, onClose, ranges, mayWrite }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="30rem"
      title={t(($) => $.checkups.rangesTitle)}
    >
      <p className={styles['hint']}>{t(($) => $.checkups.rangesHint)}</p>
      {ranges &&
        vitalKeys.map((key) => (
          // Set anew, the fields begin with what is set.
          <RangeRow
            key={`${key} ${JSON.stringify(ranges[key])}`}
            vital={key}
            range={ranges[key]}
            mayWrite={mayWrite}
          />
        ))}
    </Drawer>
  );
}

type RowProps = { readonly vital: VitalKey; readonly range: UsualRange; readonly mayWrite: boolean };

function RangeRow({ vital, range: { range, status }, mayWrite }: RowProps) {
  const { t } = useTranslation();
  const words = useWords().checkups;
  const [lowest, setLowest] = useState(range ? shownVital(vital, range.lowest) : '');
  const [highest, setHighest] = useState(range ? shownVital(vital, range.highest) : '');
  const name = words.vitals[vital];
  const set = useCommand(api.checkups.setRange, { notify: false });
  const [from, to] = [readVital(vital, lowest), readVital(vital, highest)];
  const isReadable = from.kind === 'read' && to.kind === 'read';
  const isChanged = isReadable && (from.value !== range?.lowest || to.value !== range?.highest);

  const save = async () => {
    if (!isReadable) return;
    const done = await set.run({ key: vital, range: { lowest: from.value, highest: to.value } });
    if (done) announce(t(($) => $.checkups.rangeSet, { vital: name }));
  };
  const reset = async () => {
    const done = await set.run({ key: vital, range: null });
    if (done) announce(t(($) => $.checkups.rangeReset, { vital: name }));
  };

  return (
    <form
      className={styles['range']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles['rangeHead']}>
        <strong>
          {name} <small className={styles['quiet']}>{words.units[vital]}</small>
        </strong>
        {range === null ? (
          <StatusBadge>{words.noRange}</StatusBadge>
        ) : (
          <StatusBadge tone={status === 'local' ? 'good' : 'attention'}>
            {words.rangeStatus[status]}
          </StatusBadge>
        )}
      </div>
      <div className={styles['rangeFields']}>
        <TextInput
          aria-label={`${name} ${words.lowest}`}
          placeholder={words.lowest}
          readOnly={!mayWrite}
          value={lowest}
          onChange={(event) => setLowest(event.currentTarget.value)}
        />
        <TextInput
          aria-label={`${name} ${words.highest}`}
          placeholder={words.highest}
          readOnly={!mayWrite}
          value={highest}
          onChange={(event) => setHighest(event.currentTarget.value)}
        />
        {mayWrite && (
          <Button
            type="submit"
            variant="default"
            loading={set.running}
            disabled={!isReadable || (!isChanged && status === 'local')}
          >
            {words.setRange}
          </Button>
        )}
        {mayWrite && status === 'local' && (
          <Button variant="subtle" onClick={() => void reset()}>
            {words.resetRange}
          </Button>
        )}
      </div>
      <RefusalNotice refusal={set.refusal} />
    </form>
  );
}
