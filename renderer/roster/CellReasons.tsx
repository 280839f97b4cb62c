import { useTranslation } from 'react-i18next';
import { shortDayText, weekdayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Evaluation } from '../../shared/roster/evaluate.ts';
import type { Spot } from '../kit/grid-text.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { shiftName, violationsAt } from './looks.ts';
import { ruleText, sourceText } from './rule-text.ts';
import styles from './roster.module.css';

type Props = { readonly view: RosterView; readonly evaluation: Evaluation; readonly spot: Spot };

/** Says of the cell that keys go to what it is, what it breaks, and by which law. */
export function CellReasons({ view, evaluation, spot }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const [person, day] = [view.people[spot.row], view.model.days[spot.column]];
  if (!person || !day) return null;
  const code = view.cells[person.id]?.[spot.column] ?? null;
  const shift = view.model.shifts.find((one) => one.code === code);
  const leave = person.leave.find((one) => one.day === day);
  const all = violationsAt(evaluation, person.id, day);
  // Beside a breach, what could merely be better is noise.
  const found = all.some(({ hard }) => hard) ? all.filter(({ hard }) => hard) : all;
  const isLocked = view.model.locks.some((lock) => lock.person === person.id && lock.day === day);
  return (
    <div className={styles['reasons']} aria-live="polite">
      <span className={styles['where']}>
        <strong>{person.name}</strong> {shortDayText(day, language)} {weekdayText(day, language)}{' '}
        {shift ? `${shiftName(shift, language)} ${shift.startsAt}–${shift.endsAt}` : words.restWord}
        {leave && ` · ${words.leaveKinds[leave.kind]}`}
        {isLocked && ` · ${t(($) => $.roster.cellLocked)}`}
      </span>
      {found.map((one) => (
        <span key={`${one.rule} ${one.days[0]}`} className={styles['reason']} data-hard={one.hard}>
          {ruleText(words, one)} <small>{sourceText(words, one.source)}</small>
        </span>
      ))}
    </div>
  );
}
