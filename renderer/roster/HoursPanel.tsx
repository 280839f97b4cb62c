import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { ApprovalLine } from '../../shared/roster/guards-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CancelButton } from './CancelButton.tsx';
import styles from './roster.module.css';

/** The approvals of comprehensive working hours, without which the extension limits forbid. */
export function HoursPanel() {
  const words = useWords().guards;
  const mayWrite = useMay('roster.write');
  const approvals = useQuery(requests.roster.hours.approvals.queryOptions({ input: {} }));
  return (
    <>
      <p className={styles['hint']}>{words.hoursHint}</p>
      {mayWrite && <ApprovalForm />}
      <Answer query={approvals}>
        {(rows) => (
          <>
            {rows.length === 0 && <p className={styles['hint']}>{words.approvalNone}</p>}
            {rows.map((row) => (
              <ApprovalEntry key={row.id} approval={row} mayWrite={mayWrite} />
            ))}
          </>
        )}
      </Answer>
    </>
  );
}

function ApprovalForm() {
  const { t } = useTranslation();
  const words = useWords().guards;
  const [number, setNumber] = useState('');
  const [scope, setScope] = useState('');
  const [startsOn, setStartsOn] = useState<Day | null>(null);
  const [endsOn, setEndsOn] = useState<Day | null>(null);
  const approve = useCommand(api.roster.hours.approve, {
    notify: false,
    done: () => {
      setNumber('');
      setScope('');
      setStartsOn(null);
      setEndsOn(null);
    },
  });
  const isWhole = number.trim() !== '' && scope.trim() !== '' && startsOn !== null && endsOn !== null;
  return (
    <>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (startsOn && endsOn && isWhole)
            void approve.run({ number: number.trim(), scope: scope.trim(), startsOn, endsOn });
        }}
      >
        <TextInput
          label={words.number}
          w="13rem"
          maxLength={60}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label={words.scope}
          placeholder={words.scopePlace}
          w="11rem"
          maxLength={120}
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value)}
        />
        <DayInput
          label={t(($) => $.roster.from)}
          w="9.5rem"
          maxDate={null}
          value={startsOn}
          onChange={setStartsOn}
        />
        <DayInput
          label={t(($) => $.roster.until)}
          w="9.5rem"
          maxDate={null}
          {...(startsOn ? { minDate: startsOn } : {})}
          value={endsOn}
          onChange={setEndsOn}
        />
        <Button type="submit" loading={approve.running} disabled={!isWhole}>
          {words.approve}
        </Button>
      </form>
      <RefusalNotice refusal={approve.refusal} />
    </>
  );
}

function ApprovalEntry({
  approval,
  mayWrite,
}: {
  readonly approval: ApprovalLine;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().guards;
  const [scope, setScope] = useState('');
  const end = useCommand(api.roster.hours.end);
  const complete = useCommand(api.roster.hours.complete);
  const { id, number, startsOn, endsOn, whole, ended } = approval;
  return (
    <>
      <div className={styles['entry']} data-cancelled={ended !== null}>
        <strong>{number}</strong>
        <span>{approval.scope}</span>
        <span>
          {t(($) => $.guards.approvalPeriod, {
            from: dayText(startsOn, language),
            until: dayText(endsOn, language),
          })}
        </span>
        {!whole && <StatusBadge tone="attention">{words.notWhole}</StatusBadge>}
        {ended ? (
          <small>{t(($) => $.guards.ended, { reason: ended.reason })}</small>
        ) : (
          mayWrite && <CancelButton label={words.end} onCancel={(reason) => void end.run({ id, reason })} />
        )}
      </div>
      {mayWrite && !whole && ended === null && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (scope.trim() !== '') void complete.run({ id, scope: scope.trim(), startsOn });
          }}
        >
          <TextInput
            label={words.scope}
            placeholder={words.scopePlace}
            w="14rem"
            maxLength={120}
            value={scope}
            onChange={(event) => setScope(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={complete.running} disabled={scope.trim() === ''}>
            {words.complete}
          </Button>
        </form>
      )}
    </>
  );
}
