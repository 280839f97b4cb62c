import { Drawer, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf, type Month } from '../../shared/calendar/day.ts';
import { dayText, monthText, weekdayText } from '../../shared/messages/day-words.ts';
import type { FairnessDay, FairnessLedger } from '../../shared/roster/fairness-contract.ts';
import type { Measure } from '../../shared/roster/fairness.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import {
  counts,
  deviation,
  figure,
  monthsOfRecord,
  openTo,
  signed,
  type LedgerPerson,
} from './fairness-figures.ts';
import { shiftName } from './looks.ts';
import styles from './fairness.module.css';

type Props = {
  readonly ledger: FairnessLedger;
  readonly measure: Measure;
  readonly person: LedgerPerson | null;
  readonly close: () => void;
};

/** Where one person's numbers come from: month by month, and down to the days. */
export function FairnessDrawer({ ledger, measure, person, close }: Props) {
  const { t } = useTranslation();
  const words = useWords().fairness;
  const facts = { name: person?.name ?? '', measure: words.measures[measure] };
  return (
    <Drawer
      opened={person !== null}
      onClose={close}
      position="right"
      size="44rem"
      title={t(($) => $.fairness.behind, facts)}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {person && <Behind key={person.id} ledger={ledger} measure={measure} person={person} />}
    </Drawer>
  );
}

function Behind({
  ledger,
  measure,
  person,
}: Omit<Props, 'close' | 'person'> & { readonly person: LedgerPerson }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().fairness;
  const [month, setMonth] = useState<Month | null>(null);
  const rows = monthsOfRecord(ledger);
  const year = person.year[measure];
  return (
    <>
      <p className={styles['how']}>{words.how}</p>
      <table className={styles['months']}>
        <thead>
          <tr>
            <th scope="col">{words.byMonth}</th>
            <th scope="col">{words.wholeDone}</th>
            <th scope="col">{words.wholeDays}</th>
            <th scope="col">{words.ownDays}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.done}</th>
            <th scope="col">{words.deviation}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month: of, whole, source, index }) => {
            const portion = person.months[index]?.[measure] ?? { done: 0, days: 0, share: 0 };
            return (
              <tr key={of} data-chosen={of === month}>
                <td>
                  <button
                    type="button"
                    className={styles['open']}
                    aria-pressed={of === month}
                    onClick={() => setMonth(of === month ? null : of)}
                  >
                    {monthText(of, language)}
                  </button>
                </td>
                <td>{figure(measure, whole[measure].done)}</td>
                <td>{whole[measure].days}</td>
                <td>{portion.days}</td>
                <td>{figure(measure, portion.share)}</td>
                <td>{figure(measure, portion.done)}</td>
                <td className={styles['off']}>{signed(deviation(measure, portion))}</td>
                <td>{words.sources[source]}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr data-chosen={month === null}>
            <td>
              <button
                type="button"
                className={styles['open']}
                aria-pressed={month === null}
                onClick={() => setMonth(null)}
              >
                {words.wholeYear}
              </button>
            </td>
            <td>
              {figure(
                measure,
                rows.reduce((sum, { whole }) => sum + whole[measure].done, 0),
              )}
            </td>
            <td>{rows.reduce((sum, { whole }) => sum + whole[measure].days, 0)}</td>
            <td>{year.days}</td>
            <td>{figure(measure, year.share)}</td>
            <td>{figure(measure, year.done)}</td>
            <td className={styles['off']}>{signed(deviation(measure, year))}</td>
            <td>{t(($) => $.fairness.behindNote, { year: ledger.year, unit: words.units[measure] })}</td>
          </tr>
        </tfoot>
      </table>
      <DaysBehind
        year={ledger.year}
        measure={measure}
        person={person}
        month={month}
        period={month === null ? words.wholeYear : monthText(month, language)}
      />
    </>
  );
}

type DaysProps = {
  readonly year: number;
  readonly measure: Measure;
  readonly person: LedgerPerson;
  readonly month: Month | null;
  readonly period: string;
};

const lists = ['done', 'could', 'left'] as const;
type List = (typeof lists)[number];

function DaysBehind({ year, measure, person, month, period }: DaysProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const allWords = useWords();
  const words = allWords.fairness;
  const [list, setList] = useState<List>('done');
  const query = useQuery(
    requests.roster.fairness.days.queryOptions({ input: { year, caregiverId: person.id } }),
  );
  const belongs = (day: FairnessDay) => {
    if (month !== null && monthOf(day.day) !== month) return false;
    if (list === 'done') return counts(measure, day);
    const open = openTo(measure, day);
    return list === 'could' ? open === 'open' : open === 'leave' || open === 'protected';
  };
  const recordOf = (day: FairnessDay) => {
    if (!day.shift) return allWords.attendance.marks[day.mark];
    const shift = shiftName(day.shift, language);
    if (measure !== 'minutes') return shift;
    return t(($) => $.fairness.shiftHours, { shift, hours: figure(measure, day.minutes) });
  };
  const remark = (day: FairnessDay) =>
    [
      day.holiday,
      day.weekend ? words.weekendMark : null,
      day.protected ? words.protectedMark : null,
      day.planned ? words.plannedMark : null,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section>
      <h3 className={styles['listTitle']}>{t(($) => $.fairness.daysOf, { name: person.name, period })}</h3>
      <Answer query={query}>
        {(days) => {
          const shown = days.filter(belongs);
          return (
            <>
              <SegmentedControl
                aria-label={words.listLabel}
                value={list}
                transitionDuration={0}
                onChange={(next) => setList(lists.find((one) => one === next) ?? 'done')}
                data={lists.map((value) => ({ value, label: words.lists[value] }))}
              />
              {shown.length === 0 ? (
                <p className={styles['how']}>{words.noDays}</p>
              ) : (
                <ul className={styles['days']}>
                  {shown.map((day) => (
                    <li key={day.day}>
                      <span>
                        {dayText(day.day, language)} {weekdayText(day.day, language)}
                      </span>
                      <span>{recordOf(day)}</span>
                      <small>{remark(day)}</small>
                      <small>{day.source === 'attendance' ? words.fromAttendance : words.fromRoster}</small>
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Answer>
    </section>
  );
}
