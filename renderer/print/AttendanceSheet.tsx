import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { marks, signs, totalsOf } from '../../shared/attendance/marks.ts';
import { isMonth, isWeekend, monthOf, type Month } from '../../shared/calendar/day.ts';
import { monthText, shortWeekdayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './month-sheet.module.css';
import { Sheet } from './Sheet.tsx';

/** 考勤表: every day's sign, the totals, and a column in which each caregiver signs. */
export function AttendanceSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().attendance;
  const { centre, today } = useSession();
  const { month: wanted = '' } = useParams();
  const month: Month = isMonth(wanted) ? wanted : monthOf(today);
  const query = useQuery(requests.attendance.month.queryOptions({ input: { month } }));
  const heads = [
    words.totals.attended,
    words.totals.day,
    words.totals.night,
    words.totals.sick,
    words.totals.personal,
    words.totals.absent,
    words.totals.leave,
  ];
  return (
    <Answer query={query}>
      {({ days, people, closed, holidays }) => {
        const free = days.map((day) => {
          const holiday = holidays.find((one) => one.day === day);
          return holiday ? holiday.kind !== 'work' : isWeekend(day);
        });
        const totals = people.map((person) => {
          const row = totalsOf(person.records.map((record) => record?.mark ?? null));
          const leave = row.annual + row['other-leave'];
          return [row.attended, row.day, row.night, row.sick, row.personal, row.absent, leave];
        });
        return (
          <Sheet
            paper="attendance"
            of={month}
            title={t(($) => $.attendance.sheet.title, {
              centre: centre.name,
              month: monthText(month, language),
            })}
            orientation="landscape"
            subtitle={
              <>
                <span>{marks.map((mark) => `${signs[mark]} ${words.marks[mark]}`).join('　')}</span>
                <span>{closed ? words.sheet.closed : words.sheet.open}</span>
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
                    {words.number}
                  </th>
                  <th scope="col" className={styles['person']}>
                    {words.name}
                  </th>
                  {days.map((day, column) => (
                    <th key={day} scope="col" data-free={free[column]}>
                      {Number(day.slice(8))}
                      <small>{shortWeekdayText(day, language)}</small>
                    </th>
                  ))}
                  {heads.map((head) => (
                    <th key={head} scope="col" className={styles['sum']}>
                      <small>{head}</small>
                    </th>
                  ))}
                  <th scope="col" className={styles['sign']}>
                    {words.sheet.signature}
                  </th>
                </tr>
              </thead>
              <tbody>
                {people.map((person, index) => (
                  <tr key={person.id}>
                    <td>{index + 1}</td>
                    <td className={styles['person']}>{person.name}</td>
                    {days.map((day, column) => {
                      const record = person.records[column];
                      return (
                        <td key={day} data-free={free[column]}>
                          {record ? signs[record.mark] : ''}
                        </td>
                      );
                    })}
                    {totals[index]?.map((total, column) => (
                      <td key={heads[column]}>{total || ''}</td>
                    ))}
                    <td>&nbsp;</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <td colSpan={2 + days.length}>{words.sheet.sum}</td>
                  {heads.map((head, column) => (
                    <td key={head}>{totals.reduce((sum, row) => sum + (row[column] ?? 0), 0)}</td>
                  ))}
                  <td>&nbsp;</td>
                </tr>
              </tfoot>
            </table>
          </Sheet>
        );
      }}
    </Answer>
  );
}
