import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText, shortDayText } from '../../shared/messages/day-words.ts';
import type { Run, RunHead } from '../../shared/payroll/shapes.ts';
import { StatusBadge, type Tone } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './payroll.module.css';

const tones: Readonly<Record<RunHead['state'], Tone>> = {
  draft: 'plain',
  reviewed: 'information',
  locked: 'good',
};

type Props = {
  readonly run: Run;
  readonly runs: readonly RunHead[];
  readonly onRun: (id: string) => void;
};

/** How far the run is, who did what, and which of its numbers rest on something nobody has confirmed. */
export function RunLineUp({ run, runs, onRun }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const { head, unconfirmed } = run;
  const nameOf = ({ number, kind }: RunHead) =>
    t(($) => $.payroll.runName, { number, kind: words.payroll.kinds[kind] });
  const signed = (label: string, by: RunHead['reviewed']) =>
    by && `${label} ${by.by} ${shortDayText(dayAt(Date.parse(by.at)), language)}`;
  const steps = [
    signed(words.payroll.made, head.made),
    signed(words.payroll.reviewedBy, head.reviewed),
    signed(words.payroll.lockedBy, head.locked),
  ].filter(Boolean);
  return (
    <>
      <div className={styles['line']}>
        {runs.length > 1 && (
          <Select
            aria-label={t(($) => $.payroll.title)}
            w="11rem"
            allowDeselect={false}
            value={head.id}
            data={runs.map((each) => ({ value: each.id, label: nameOf(each) }))}
            onChange={(id) => id && onRun(id)}
          />
        )}
        <StatusBadge tone={tones[head.state]}>{words.payroll.states[head.state]}</StatusBadge>
        {head.kind === 'reversal' && <StatusBadge tone="danger">{words.payroll.kinds.reversal}</StatusBadge>}
        {head.reversedBy && <StatusBadge tone="danger">{words.payroll.reversed}</StatusBadge>}
        <span>{head.reason || words.payroll.stateHints[head.state]}</span>
        <span className={styles['quiet']}>
          {[...steps, `${words.payroll.payOn} ${dayText(head.payOn, language)}`].join(' · ')}
        </span>
      </div>
      {unconfirmed.length > 0 && head.state !== 'locked' && head.kind === 'regular' && (
        <div className={styles['notice']} role="note">
          <strong>{t(($) => $.payroll.unconfirmedTitle, { count: unconfirmed.length })}</strong>
          <Link href="/policy?show=unconfirmed">{words.payroll.toPolicy}</Link>
          <span>{unconfirmed.map((use) => words.policy.keys[use.key]).join(words.policy.and)}</span>
        </div>
      )}
    </>
  );
}
