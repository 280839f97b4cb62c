import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortDayText, weekdayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Violation } from '../../shared/roster/evaluate.ts';
import { isLocked, shiftAt } from '../../shared/roster/live-evaluation.ts';
import { useLater, useSelected, type MonthSelection } from '../kit/use-month-selection.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { partText } from './cover-looks.ts';
import type { LiveRoster } from './live-roster.ts';
import { nameOfCell, shiftName, violationsAt, violationsOfMonth } from './looks.ts';
import { ruleText, sourceText } from './rule-text.ts';
import styles from './roster.module.css';

type Props = {
  readonly roster: LiveRoster;
  readonly selection: MonthSelection;
  readonly published: { readonly version: number; readonly cells: RosterView['cells'] } | null;
};

/** Says of the cell that keys go to what it is, what it was, what it breaks and by which law, and what its day lacks. */
export function CellReasons({ roster, selection, published }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const gridWords = useWords().rosterGrid;
  // The cell answers first, what is said of it follows with the next frame.
  const { view, live, heldBack, unread } = useLater(roster.subscribe, roster.state);
  const { spot } = useSelected(selection);
  const [person, day] = [view.people[spot.row], view.model.days[spot.column]];
  if (!person || !day) return null;
  const place = { person: spot.row, day: spot.column };
  const code = shiftAt(live, place);
  const shift = view.model.shifts.find((one) => one.code === code);
  const leave = person.leave.find((one) => one.day === day);
  const before = published && (published.cells[person.id]?.[spot.column] ?? null);
  const all = violationsAt(live, spot.row, day);
  // Beside a breach, what could merely be better is noise.
  const hard = all.filter((found) => found.hard);
  const month = violationsOfMonth(live, spot.row).filter((found) => found.hard || hard.length === 0);
  const missing = live.cover
    .filter((state) => state.day === spot.column && state.there < state.minimum)
    .map((state) => {
      const kind = view.model.shifts.find((one) => one.code === state.shift);
      const name = kind ? shiftName(kind, language) : state.shift;
      const part = state.among && partText(gridWords, state.part, state.among);
      const whom = part === null ? name : fill(gridWords.coverOfPart, { shift: name, part });
      return `${whom} ${state.minimum - state.there}`;
    });
  return (
    // More than the line holds is scrolled to by keyboard too.
    <Box
      component="section"
      className={styles['reasons']}
      aria-live="polite"
      aria-label={words.reasonsName}
      tabIndex={0}
    >
      {heldBack > 0 && (
        <strong className={styles['where']}>{fill(gridWords.heldBack, { count: heldBack })}</strong>
      )}
      {unread.length > 0 && (
        <strong className={styles['where']}>
          {fill(gridWords.unread, { count: unread.length, texts: someOf(unread) })}
        </strong>
      )}
      <span className={styles['where']}>
        <strong>{person.name}</strong> {shortDayText(day, language)} {weekdayText(day, language)}{' '}
        {shift ? `${shiftName(shift, language)} ${shift.startsAt}–${shift.endsAt}` : words.restWord}
        {leave && ` · ${words.leaveKinds[leave.kind]}`}
        {isLocked(live, place) && ` · ${t(($) => $.roster.cellLocked)}`}
        {published && before !== code && (
          <>
            {' · '}
            <em className={styles['changed']}>
              {fill(gridWords.publishedWas, {
                version: published.version,
                was: nameOfCell(view.model, before, words, language),
              })}
            </em>
          </>
        )}
      </span>
      {(hard.length > 0 ? hard : all).map((one) => (
        <Reason key={`${one.rule} ${one.days[0]}`} found={one} />
      ))}
      {month.map((one) => (
        <Reason key={one.rule} found={one} lead={gridWords.monthly} />
      ))}
      {missing.length > 0 && (
        <span className={styles['missing']}>{fill(gridWords.dayMissing, { list: missing.join('、') })}</span>
      )}
    </Box>
  );
}

/** The first few different texts, each cut short. */
function someOf(texts: readonly string[]): string {
  const different = [...new Set(texts.map((text) => text.trim().slice(0, 8)))];
  return `${different.slice(0, 4).join('、')}${different.length > 4 ? '…' : ''}`;
}

function Reason({ found, lead = '' }: { readonly found: Violation; readonly lead?: string }) {
  const words = useWords().roster;
  return (
    <span className={styles['reason']} data-hard={found.hard}>
      {lead}
      {ruleText(words, found)} <small>{sourceText(words, found.source)}</small>
    </span>
  );
}
