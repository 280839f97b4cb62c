import { useTranslation } from 'react-i18next';
import { isWeekend, weekday, type Day } from '../../shared/calendar/day.ts';
import { dayText, monthText, shortWeekdayText } from '../../shared/messages/day-words.ts';
import type { RosterSlips } from '../../shared/roster/papers-contract.ts';
import { roomRanges } from '../../shared/roster/room-ranges.ts';
import { rosterTotals } from '../../shared/roster/totals.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { dayOfInstant } from './instant.ts';
import styles from './roster-slip.module.css';
import { ShiftLetter } from './ShiftLetter.tsx';
import { shiftMarks } from './shift-marks.ts';

type Person = RosterSlips['people'][number];
type Props = { readonly slips: RosterSlips; readonly person: Person };

/** So many names fit into a day; of more residents the rooms are told. */
const MOST_NAMES = 6;

/** One person's month as a calendar: each day with shift, times and the residents that she answers for. */
export function RosterSlip({ slips, person }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().rosterPapers.slip;
  const { centre } = useSession();
  const { days, shifts, roster } = slips;
  const totals = rosterTotals({ days, shifts }, person.cells);
  const used = shifts.filter(({ code }) => person.cells.includes(code));
  const marks = shiftMarks(shifts);
  return (
    <section className={styles['slip']}>
      <header>
        <strong>{person.name}</strong>
        <b>{t(($) => $.rosterPapers.slip.title1, { month: monthText(slips.month, language) })}</b>
        <span>{centre.name}</span>
        <span>
          {roster?.isPublished
            ? t(($) => $.rosterPapers.slip.version, {
                version: roster.version,
                date: dayText(dayOfInstant(roster.publishedAt ?? ''), language),
              })
            : words.draft}
        </span>
      </header>
      <table>
        <thead>
          <tr>
            {weekOf(days).map((day) => (
              <th key={day} scope="col">
                {shortWeekdayText(day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, column) =>
                day === null ? (
                  <td key={weekOf(days)[column]} data-outside="true" aria-hidden="true" />
                ) : (
                  <DayCell key={day} slips={slips} person={person} day={day} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        <span>
          {used.map((shift) => (
            <span key={shift.code} className={styles['key']}>
              <ShiftLetter code={shift.code} mark={marks.get(shift.code)} />{' '}
              {language === 'zh-CN' ? shift.name : shift.nameEn} {shift.startsAt}–{shift.endsAt}
            </span>
          ))}
        </span>
        <strong>
          {t(($) => $.rosterPapers.slip.totals, {
            shifts: totals.shifts,
            nights: totals.nights,
            weekends: totals.weekends,
            hours: Math.round(totals.minutes / 6) / 10,
          })}
        </strong>
        <span className={styles['receive']}>{words.receive}</span>
      </footer>
    </section>
  );
}

function DayCell({ slips, person, day }: Props & { readonly day: Day }) {
  const { t } = useTranslation();
  const words = useWords();
  const code = person.cells[slips.days.indexOf(day)] ?? null;
  const shift = slips.shifts.find((one) => one.code === code);
  const leave = person.leave.find((one) => one.day === day);
  const holiday = slips.holidays.find((one) => one.day === day);
  const free = holiday ? holiday.kind !== 'work' : isWeekend(day);
  const residents = person.duties.find((one) => one.day === day)?.residents ?? [];
  const rooms = roomRanges(residents.flatMap(({ room }) => room ?? []));
  return (
    <td data-free={free}>
      <div className={styles['head']}>
        <span className={styles['day']}>{Number(day.slice(8))}</span>
        {shift && (
          <span className={styles['times']}>
            {t(($) => $.rosterPapers.slip.hours, { start: clock(shift.startsAt), end: clock(shift.endsAt) })}
          </span>
        )}
        {code === null ? (
          <span className={styles['rest']}>
            {leave ? words.roster.leaveKinds[leave.kind] : words.rosterPapers.slip.rest}
          </span>
        ) : (
          <ShiftLetter code={code} mark={shiftMarks(slips.shifts).get(code)} />
        )}
      </div>
      {holiday && holiday.kind === 'statutory' && <div className={styles['holiday']}>{holiday.name}</div>}
      {residents.length > 0 && (
        <div className={styles['residents']}>
          {residents.length <= MOST_NAMES ? (
            residents.map(({ name, bed }) => <span key={`${bed} ${name}`}>{name}</span>)
          ) : (
            <>
              <span>{t(($) => $.rosterPapers.slip.answers, { count: residents.length })}</span>
              {rooms.length > 0 && (
                <span>
                  {t(($) => $.rosterPapers.slip.rooms, { rooms: rooms.join(words.rosterPapers.between) })}
                </span>
              )}
            </>
          )}
        </div>
      )}
    </td>
  );
}

/** `8` for 08:00, `8:30` for 08:30: a day of the calendar is narrow, and the whole times stand below. */
function clock(time: string): string {
  return time.replace(/^0/, '').replace(/:00$/, '');
}

/** Seven days from Monday to Sunday, for the heads. */
function weekOf(days: readonly Day[]): Day[] {
  const monday = days.findIndex((day) => weekday(day) === 1);
  return days.slice(monday, monday + 7);
}

/** The days of a month as weeks from Monday; null where a week reaches into another month. */
function weeksOf(days: readonly Day[]): (Day | null)[][] {
  const before = days[0] ? weekday(days[0]) - 1 : 0;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, column) => cells[week * 7 + column] ?? null),
  );
}
