import { useTranslation } from 'react-i18next';
import { shortDayText, weekdayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Evaluation } from '../../shared/roster/evaluate.ts';
import type { Spot } from '../kit/grid-text.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
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
  const found = violationsAt(evaluation, person.id, day);
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
        <span key={`${one.rule} ${one.days[0]}`} className={styles['reason']}>
          <StatusBadge tone={one.hard ? 'danger' : 'attention'}>{ruleText(words, one)}</StatusBadge>
          <small>{sourceText(words, one.source)}</small>
        </span>
      ))}
    </div>
  );
}
