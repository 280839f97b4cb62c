import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useMay } from '../lib/session.ts';
import styles from './roster.module.css';

type Approval = { readonly number: string; readonly until: Day };

/** The approval of comprehensive working hours, without which the extension limits forbid. */
export function HoursPanel() {
  const { t } = useTranslation();
  const approval = useQuery(requests.roster.hours.approval.queryOptions({ input: {} }));
  return (
    <>
      <p className={styles['hint']}>{t(($) => $.roster.hoursHint)}</p>
      <Answer query={approval}>{(known) => <ApprovalForm key={known?.number} known={known} />}</Answer>
    </>
  );
}

function ApprovalForm({ known }: { readonly known: Approval | null }) {
  const { t } = useTranslation();
  const mayWrite = useMay('roster.write');
  const [number, setNumber] = useState(known?.number ?? '');
  const [until, setUntil] = useState<Day | null>(known?.until ?? null);
  const set = useCommand(api.roster.hours.setApproval);
  if (!mayWrite && !known) return <p>{t(($) => $.roster.hoursOff)}</p>;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() !== '' && until) void set.run({ approval: { number: number.trim(), until } });
      }}
    >
      <TextInput
        label={t(($) => $.roster.hoursNumber)}
        w="14rem"
        maxLength={60}
        readOnly={!mayWrite}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DayInput
        label={t(($) => $.roster.hoursUntil)}
        w="10rem"
        maxDate={null}
        readOnly={!mayWrite}
        value={until}
        onChange={setUntil}
      />
      {mayWrite && (
        <Button type="submit" loading={set.running} disabled={number.trim() === '' || !until}>
          {t(($) => $.roster.hoursSave)}
        </Button>
      )}
      {mayWrite && known && (
        <Button variant="subtle" color="brick" onClick={() => void set.run({ approval: null })}>
          {t(($) => $.roster.hoursEnd)}
        </Button>
      )}
    </form>
  );
}
