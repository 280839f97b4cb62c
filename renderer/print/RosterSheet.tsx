import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'wouter';
import { isMonth, isWeekend, monthOf, type Month } from '../../shared/calendar/day.ts';
import { monthText, shortWeekdayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { rosterTotals } from '../../shared/roster/totals.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './month-sheet.module.css';
import { Sheet } from './Sheet.tsx';

/** The roster of a month for the wall: one A4 page for twenty people, no identity number on it. */
export function RosterSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSession();
  const { month: wanted = '' } = useParams();
  const [search] = useSearchParams();
  const month: Month = isMonth(wanted) ? wanted : monthOf(today);
  const version = Number(search.get('version')) || null;
  const input = version === null ? { month } : { month, version };
  const query = useQuery(requests.roster.open.queryOptions({ input }));
  return (
    <Answer query={query}>
      {(view) =>
        view.roster ? (
          <MonthSheet view={view} />
        ) : (
          <EmptyState title={t(($) => $.roster.empty, { month: monthText(month, language) })} />
        )
      }
    </Answer>
  );
}

function MonthSheet({ view }: { readonly view: RosterView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const { centre } = useSession();
  const { model, roster, people } = view;
  const holidays = new Map(view.holidays.map((holiday) => [holiday.day, holiday]));
  const isFree = model.days.map((day) => {
    const holiday = holidays.get(day);
    return holiday ? holiday.kind !== 'work' : isWeekend(day);
  });
  const state =
    roster?.state === 'published'
      ? t(($) => $.roster.sheet.version, { version: roster.version })
      : words.sheet.draft;
  return (
    <Sheet
      title={t(($) => $.roster.sheet.title, { centre: centre.name, month: monthText(view.month, language) })}
      orientation="landscape"
      subtitle={
        <>
          <span className={styles['legend']}>
            {model.shifts.map((shift, index) => (
              <span key={shift.code}>
                <b className={styles['swatch']} data-ground={(index % 6) + 1}>
                  {shift.code}
                </b>{' '}
                {language === 'zh-CN' ? shift.name : shift.nameEn} {shift.startsAt}–{shift.endsAt}
              </span>
            ))}
          </span>
          <span>{state}</span>
        </>
      }
      foot={
        <>
          <span>{words.sheet.foot}</span>
          <span>{words.sheet.review}</span>
          <span>{words.sheet.director}</span>
        </>
      }
    >
      <table className={styles['month']} data-many={people.length > 24}>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>
              {words.sheet.number}
            </th>
            <th scope="col" className={styles['person']}>
              {words.name}
            </th>
            {model.days.map((day, column) => {
              const holiday = holidays.get(day);
              return (
                <th key={day} scope="col" data-free={isFree[column]}>
                  {Number(day.slice(8))}
                  <small>
                    {holiday && holiday.kind === 'statutory' && language === 'zh-CN'
                      ? holiday.name.slice(0, 1)
                      : shortWeekdayText(day, language)}
                  </small>
                </th>
              );
            })}
            <th scope="col" className={styles['sum']}>
              {words.totals.shifts}
            </th>
            <th scope="col" className={styles['sum']}>
              {words.totals.nights}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, leave }, index) => {
            const cells = view.cells[id] ?? [];
            const totals = rosterTotals(model, cells);
            const leaveOn = new Map(leave.map((row) => [row.day, words.leaveShort[row.kind]]));
            return (
              <tr key={id}>
                <td>{index + 1}</td>
                <td className={styles['person']}>{name}</td>
                {model.days.map((day, column) => {
                  const code = cells[column] ?? null;
                  const ground = model.shifts.findIndex((shift) => shift.code === code);
                  return (
                    <td
                      key={day}
                      data-free={isFree[column]}
                      data-ground={ground < 0 ? undefined : (ground % 6) + 1}
                    >
                      {code ?? leaveOn.get(day) ?? ''}
                    </td>
                  );
                })}
                <td>{totals.shifts}</td>
                <td>{totals.nights}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          {model.shifts.map((shift) => (
            <tr key={shift.code}>
              <td colSpan={2}>
                {t(($) => $.roster.coverOf, { shift: language === 'zh-CN' ? shift.name : shift.nameEn })}
              </td>
              {model.days.map((day, column) => (
                <td key={day} data-free={isFree[column]}>
                  {people.filter(({ id }) => view.cells[id]?.[column] === shift.code).length}
                </td>
              ))}
              <td colSpan={2}>&nbsp;</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </Sheet>
  );
}
