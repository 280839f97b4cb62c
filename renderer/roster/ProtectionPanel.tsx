import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day, Month } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { protectionKinds } from '../../shared/roster/leave-contract.ts';
import { protectionFrom } from '../../shared/roster/guards.ts';
import { Answer } from '../kit/Answer.tsx';
import { DayInput } from '../kit/DayInput.tsx';
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
  const { roster: words, guards } = useWords();
  const mayWrite = useMay('roster.write');
  const list = useQuery(requests.roster.protection.list.queryOptions({ input: { month } }));
  const [period, setPeriod] = useState<Period>(nobody);
  const [kind, setKind] = useState<(typeof protectionKinds)[number]>('pregnancy');
  const [basisOn, setBasisOn] = useState<Day | null>(null);
  // A due date or a day of birth fills in the days that the law gives; they can still be changed.
  const reckon = (of: typeof kind, basis: Day | null) => {
    setBasisOn(basis);
    if (basis) setPeriod((before) => ({ ...before, ...protectionFrom(of, basis) }));
  };
  const add = useCommand(api.roster.protection.add, {
    notify: false,
    done: () => {
      setPeriod(nobody);
      setBasisOn(null);
    },
  });
  const cancel = useCommand(api.roster.protection.cancel);
  const { caregiverId, startsOn, endsOn } = period;
  const noteOf = (row: { kind: typeof kind; basisOn: Day | null; tooLong: boolean }) =>
    [
      row.basisOn &&
        t(($) => $.guards.basisShown, {
          kind: row.kind === 'pregnancy' ? guards.basisPregnancy : guards.basisNursing,
          day: dayText(row.basisOn, language),
        }),
      row.tooLong && guards.tooLong,
    ]
      .filter(Boolean)
      .join(guards.casesBetween);
  return (
    <>
      <p className={styles['hint']}>
        {t(($) => $.roster.protectionHint)} {guards.basisHint}
      </p>
      {mayWrite && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (caregiverId && startsOn && endsOn)
              void add.run({ caregiverId, startsOn, endsOn, kind, basisOn });
          }}
        >
          <Select
            label={t(($) => $.roster.kind)}
            w="11.5rem"
            allowDeselect={false}
            data={protectionKinds.map((one) => ({ value: one, label: words.protectionKinds[one] }))}
            value={kind}
            onChange={(one) => {
              if (!one) return;
              setKind(one);
              reckon(one, basisOn);
            }}
          />
          <DayInput
            label={kind === 'pregnancy' ? guards.basisPregnancy : guards.basisNursing}
            w="9.5rem"
            maxDate={null}
            value={basisOn}
            onChange={(basis) => reckon(kind, basis)}
          />
          <PeriodFields people={people} period={period} onChange={setPeriod} />
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
                note={noteOf(row)}
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
