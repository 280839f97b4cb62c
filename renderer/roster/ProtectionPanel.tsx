import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { protectionKinds } from '../../shared/roster/leave-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { PeriodEntry } from './PeriodEntry.tsx';
import { PeriodFields, type Period } from './PeriodFields.tsx';
import type { Person } from './person.ts';
import styles from './roster.module.css';

const nobody: Period = { caregiverId: null, startsOn: null, endsOn: null };

/** Who may work neither nights nor overtime, and for how long. */
export function ProtectionPanel({
  month,
  people,
}: {
  readonly month: Month;
  readonly people: readonly Person[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const mayWrite = useMay('roster.write');
  const list = useQuery(requests.roster.protection.list.queryOptions({ input: { month } }));
  const [period, setPeriod] = useState<Period>(nobody);
  const [kind, setKind] = useState<(typeof protectionKinds)[number]>('pregnancy');
  const add = useCommand(api.roster.protection.add, { notify: false, done: () => setPeriod(nobody) });
  const cancel = useCommand(api.roster.protection.cancel);
  const { caregiverId, startsOn, endsOn } = period;
  return (
    <>
      <p className={styles['hint']}>{t(($) => $.roster.protectionHint)}</p>
      {mayWrite && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (caregiverId && startsOn && endsOn) void add.run({ caregiverId, startsOn, endsOn, kind });
          }}
        >
          <PeriodFields people={people} period={period} onChange={setPeriod} />
          <Select
            label={t(($) => $.roster.kind)}
            w="9rem"
            allowDeselect={false}
            data={protectionKinds.map((one) => ({ value: one, label: words.protectionKinds[one] }))}
            value={kind}
            onChange={(one) => one && setKind(one)}
          />
          <Button type="submit" loading={add.running} disabled={!caregiverId || !startsOn || !endsOn}>
            {t(($) => $.roster.protectionAdd)}
          </Button>
        </form>
      )}
      <RefusalNotice refusal={add.refusal} />
      <Answer query={list}>
        {(rows) => (
          <>
            {rows.length === 0 && <p className={styles['hint']}>{t(($) => $.roster.protectionNone)}</p>}
            {rows.map((row) => (
              <PeriodEntry
                key={row.id}
                caregiver={row.caregiver}
                kind={words.protectionKinds[row.kind]}
                from={dayText(row.startsOn, language)}
                until={dayText(row.endsOn, language)}
                cancelled={row.cancelled}
                onCancel={mayWrite ? (reason) => void cancel.run({ id: row.id, reason }) : undefined}
              />
            ))}
          </>
        )}
      </Answer>
    </>
  );
}
