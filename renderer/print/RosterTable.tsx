import { useTranslation } from 'react-i18next';
import { isWeekend } from '../../shared/calendar/day.ts';
import { shortWeekdayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { RosterChanges } from '../../shared/roster/papers-contract.ts';
import { rosterTotals } from '../../shared/roster/totals.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './roster-sheet.module.css';
import { ShiftLetter } from './ShiftLetter.tsx';
import { shiftMarks, versionMark } from './shift-marks.ts';

type Props = { readonly view: RosterView };

/** How a day is tinted: a statutory holiday, another free day, or (undefined) an ordinary one. */
export function dayTints(view: Pick<RosterView, 'holidays' | 'model'>): ('holiday' | 'free' | undefined)[] {
  const kinds = new Map(view.holidays.map(({ day, kind }) => [day, kind]));
  return view.model.days.map((day) => {
    const kind = kinds.get(day);
    if (kind === 'statutory') return 'holiday';
    return kind === 'rest' || (kind === undefined && isWeekend(day)) ? 'free' : undefined;
  });
}

export function RosterHead({ view }: Props) {
  const language = useLanguage();
  const words = useWords();
  const { totals } = words.rosterPapers.sheet;
  const tints = dayTints(view);
  const names = new Map(
    view.holidays.map(({ day, name, kind }) => [day, kind === 'statutory' ? name : null]),
  );
  return (
    <thead>
      <tr>
        <th scope="col" className={styles['number']}>
          {words.roster.sheet.number}
        </th>
        <th scope="col" className={styles['person']}>
          {words.roster.name}
        </th>
        {view.model.days.map((day, column) => (
          <th key={day} scope="col" data-tint={tints[column]}>
            {Number(day.slice(8))}
            <small>
              {(language === 'zh-CN' && names.get(day)?.slice(0, 1)) || shortWeekdayText(day, language)}
            </small>
          </th>
        ))}
        {Object.values(totals).map((total) => (
          <th key={total} scope="col" className={styles['sum']}>
            <small>{total}</small>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Longer names are written smaller, so that nothing is cut off. */
const LONGEST_NAME = 4;

type RowProps = Props & { readonly changed: RosterChanges; readonly person: number };

/** One person's month; a cell that was changed after the first publication carries the mark of the version. */
export function RosterRow({ view, changed, person }: RowProps) {
  const words = useWords().rosterPapers.sheet;
  const { model } = view;
  const found = view.people[person];
  if (!found) return null;
  const cells = view.cells[found.id] ?? [];
  const marks = shiftMarks(model.shifts);
  const tints = dayTints(view);
  // That somebody is away is for the wall; whether she is ill or with child is not.
  const away = new Set(found.leave.map(({ day }) => day));
  const changes = new Map(
    changed.cells.filter((one) => one.person === found.id).map((one) => [one.day, one]),
  );
  const totals = rosterTotals(model, cells);
  return (
    <tr>
      <td className={styles['number']}>{person + 1}</td>
      <th
        scope="row"
        className={styles['person']}
        data-long={found.name.length > LONGEST_NAME ? true : undefined}
      >
        {found.name}
      </th>
      {model.days.map((day, column) => {
        const code = cells[column] ?? null;
        const change = changes.get(day);
        return (
          <td key={day} data-tint={tints[column]} data-changed={change ? true : undefined}>
            {code === null ? (
              away.has(day) && words.leaveSign
            ) : (
              <ShiftLetter code={code} mark={marks.get(code)} />
            )}
            {change && <sup>{versionMark(change.version)}</sup>}
          </td>
        );
      })}
      {[totals.shifts, totals.nights, totals.weekends, Math.round(totals.minutes / 6) / 10].map(
        (total, column) => (
          <td key={Object.keys(words.totals)[column]} className={styles['total']}>
            {total}
          </td>
        ),
      )}
    </tr>
  );
}

/** How many are on each shift each day. */
export function CoverRows({ view: { model, cells, people, holidays } }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tints = dayTints({ model, holidays });
  return (
    <tfoot>
      {model.shifts.map((shift) => {
        const counts = model.days.map(
          (_, column) => people.filter(({ id }) => cells[id]?.[column] === shift.code).length,
        );
        return (
          <tr key={shift.code}>
            <th scope="row" colSpan={2}>
              {t(($) => $.roster.coverOf, { shift: language === 'zh-CN' ? shift.name : shift.nameEn })}
            </th>
            {model.days.map((day, column) => (
              <td key={day} data-tint={tints[column]}>
                {counts[column]}
              </td>
            ))}
            <td>{counts.reduce((sum, count) => sum + count, 0)}</td>
            <td colSpan={3}>&nbsp;</td>
          </tr>
        );
      })}
    </tfoot>
  );
}
