import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MonthRow } from '../../shared/health/contract.ts';
import { flagsOf } from '../../shared/health/judgement.ts';
import type { UsualRanges } from '../../shared/health/ranges.ts';
import { noVitals, shownVital, vitalKeys } from '../../shared/health/vitals.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { FactList } from '../kit/FactList.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { flagText } from './cell-words.ts';
import styles from './checkups.module.css';
import { CorrectForm } from './CorrectForm.tsx';
import { FlaggedValue } from './FlaggedValue.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';
import { instantText } from './instant-text.ts';

type Props = {
  readonly row: MonthRow | null;
  readonly ranges: UsualRanges | undefined;
  readonly onClose: () => void;
};

/** One checkup at the side: its facts, who did and typed it, and how to correct or take it back. */
export function CheckupDrawer({ row, ranges, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [act, setAct] = useState<'look' | 'correct' | 'withdraw'>('look');
  const close = () => {
    setAct('look');
    onClose();
  };
  if (!row || !ranges) return null;
  const facts = { name: row.name, day: dayText(row.day, language) };
  const titles = {
    look: t(($) => $.checkups.details),
    correct: t(($) => $.checkups.correctTitle, facts),
    withdraw: t(($) => $.checkups.withdrawTitle, facts),
  };
  return (
    <Drawer opened onClose={close} position="right" size="28rem" title={titles[act]}>
      {act === 'correct' && <CorrectForm row={row} onDone={close} onBack={() => setAct('look')} />}
      {act === 'withdraw' && <WithdrawForm row={row} onDone={close} onBack={() => setAct('look')} />}
      {act === 'look' && (
        <Details
          row={row}
          ranges={ranges}
          onCorrect={() => setAct('correct')}
          onWithdraw={() => setAct('withdraw')}
        />
      )}
    </Drawer>
  );
}

type DetailProps = {
  readonly row: MonthRow;
  readonly ranges: UsualRanges;
  readonly onCorrect: () => void;
  readonly onWithdraw: () => void;
};

function Details({ row, ranges, onCorrect, onWithdraw }: DetailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().checkups;
  const mayWrite = useMay('checkups.write');
  const [, go] = useLocation();
  const flags = flagsOf(row.values, ranges, noVitals);
  const named = (keys: readonly (typeof vitalKeys)[number][]) =>
    keys.map((key) => words.vitals[key]).join(words.and);
  const unasked = vitalKeys.filter((key) => flags[key] && !row.confirmed.includes(key));
  const measured = vitalKeys.flatMap((key) => {
    const value = row.values[key];
    if (value === null) return [];
    const text = `${shownVital(key, value)} ${words.units[key]}`;
    return {
      label: words.vitals[key],
      value: <FlaggedValue text={text} mark={flagText(flags[key] ?? [], words)} />,
    };
  });
  return (
    <div className={styles['column']}>
      {row.superseded && (
        <p className={styles['superseded']}>
          <StatusBadge tone="attention">{words.superseded[row.superseded.kind]}</StatusBadge>{' '}
          {t(($) => $.checkups.supersededBy, {
            by: row.superseded.by,
            at: instantText(row.superseded.at, language),
            kind: words.superseded[row.superseded.kind],
            reason: row.superseded.reason,
          })}
        </p>
      )}
      <FactList
        facts={[
          { label: words.resident, value: row.bed ? `${row.name} · ${row.bed}` : row.name },
          {
            label: words.day,
            value: `${dayText(row.day, language)} ${t(($) => $.checkups.roundNumber, { round: row.round })}`,
          },
          ...measured,
          ...(row.note ? [{ label: words.note, value: row.note }] : []),
          ...(row.confirmed.length > 0 ? [{ label: words.confirmedFlags, value: named(row.confirmed) }] : []),
          ...(unasked.length > 0 ? [{ label: words.unconfirmedFlags, value: named(unasked) }] : []),
          { label: words.doer, value: row.doer.name || words.unknownPerson },
          { label: words.typist, value: row.typist.name || words.unknownPerson },
          { label: words.recordedAt, value: instantText(row.recordedAt, language) },
        ]}
      />
      <div className={styles['acts']}>
        <Button variant="default" onClick={() => go(`/checkups/residents/${row.residentId}`)}>
          {words.openTrend}
        </Button>
        {mayWrite && !row.superseded && (
          <>
            <Button variant="default" onClick={onWithdraw}>
              {words.withdraw}
            </Button>
            <Button onClick={onCorrect}>{words.correct}</Button>
          </>
        )}
      </div>
    </div>
  );
}
