import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { shiftName } from './looks.ts';
import { PartsPanel } from './PartsPanel.tsx';
import styles from './roster.module.css';

/** How many each shift needs, by default as the residents in house need it. */
export function CoverPanel({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cover = useQuery(requests.roster.cover.on.queryOptions({ input: { day: firstDay(month) } }));
  const shifts = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  return (
    <Answer query={cover}>
      {({ residents, cover: rows }) => (
        <>
          <p className={styles['hint']}>{t(($) => $.roster.coverHint, { residents })}</p>
          {rows.map((row) => {
            const shift = shifts.data?.find(({ code }) => code === row.shift);
            return (
              <CoverRow
                key={`${row.shift} ${row.minimum}`}
                {...row}
                name={shift ? shiftName(shift, language) : row.shift}
                month={month}
              />
            );
          })}
          <PartsPanel month={month} />
        </>
      )}
    </Answer>
  );
}

type RowProps = {
  readonly shift: string;
  readonly name: string;
  readonly minimum: number;
  readonly usual: number;
  readonly rule: { readonly from: Day } | null;
  readonly month: Month;
};

function CoverRow({ shift, name, minimum, usual, rule, month }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayWrite = useMay('roster.write');
  const [wanted, setWanted] = useState<number | string>(minimum);
  const [from, setFrom] = useState<Day | null>(firstDay(month));
  const set = useCommand(api.roster.cover.set);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof wanted === 'number' && from) void set.run({ shift, minimum: wanted, from });
      }}
    >
      <NumberInput
        label={`${name} · ${t(($) => $.roster.coverNow)}`}
        description={
          rule
            ? t(($) => $.roster.coverSince, { from: dayText(rule.from, language) })
            : `${t(($) => $.roster.coverUsual)} ${usual}`
        }
        w="11rem"
        min={0}
        max={200}
        allowDecimal={false}
        value={wanted}
        onChange={setWanted}
        readOnly={!mayWrite}
      />
      {mayWrite && (
        <>
          <DayInput
            label={t(($) => $.roster.from)}
            w="9.5rem"
            maxDate={null}
            value={from}
            onChange={setFrom}
          />
          <Button
            type="submit"
            variant="default"
            loading={set.running}
            disabled={wanted === minimum || !from}
          >
            {t(($) => $.roster.coverSet)}
          </Button>
          {rule && (
            <Button variant="subtle" onClick={() => from && void set.run({ shift, minimum: null, from })}>
              {t(($) => $.roster.coverReset)}
            </Button>
          )}
        </>
      )}
    </form>
  );
}
