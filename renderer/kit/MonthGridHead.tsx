import { memo } from 'react';
import type { Day } from '../../shared/calendar/day.ts';
import { shortWeekdayText, weekdayText } from '../../shared/messages/day-words.ts';
import { useLanguage } from '../lib/language.ts';
import type { GridHoliday, TotalHead } from './month-grid.ts';
import styles from './MonthGrid.module.css';

type HeadProps = {
  readonly nameHead: string;
  readonly days: readonly Day[];
  readonly free: readonly boolean[];
  readonly holidays: readonly GridHoliday[];
  readonly totalHeads: readonly TotalHead[];
  readonly today: Day;
};

/** The days of the month with weekday or holiday, and what is summed at the edge. */
export const MonthGridHead = memo(function MonthGridHead(props: HeadProps) {
  const { nameHead, days, free, holidays, totalHeads, today } = props;
  const language = useLanguage();
  const holidayOf = new Map(holidays.map((holiday) => [holiday.day, holiday]));
  return (
    <div role="row" className={styles['head']}>
      <div role="columnheader" className={styles['nameHead']}>
        {nameHead}
      </div>
      {days.map((day, column) => {
        const holiday = holidayOf.get(day);
        const name = holiday && holiday.kind !== 'work' ? holiday.name : null;
        return (
          <div
            key={day}
            role="columnheader"
            className={styles['dayHead']}
            data-row={-1}
            data-column={column}
            data-free={free[column]}
            data-statutory={holiday?.kind === 'statutory'}
            data-today={day === today}
            aria-label={`${Number(day.slice(8))} ${weekdayText(day, language)} ${name ?? ''}`}
            title={holiday ? `${holiday.name}` : undefined}
          >
            <span>{Number(day.slice(8))}</span>
            <small>
              {name ? (language === 'zh-CN' ? name.slice(0, 1) : '★') : shortWeekdayText(day, language)}
            </small>
          </div>
        );
      })}
      {totalHeads.map((head) => (
        <div key={head.key} role="columnheader" className={styles['totalHead']} title={head.hint}>
          <span aria-hidden>{head.title}</span>
          <span className="nt-only-read">{head.hint}</span>
        </div>
      ))}
    </div>
  );
});
