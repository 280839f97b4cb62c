import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { monthText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import type { Cell } from '../../shared/roster/model.ts';
import { placePaste } from '../kit/grid-text.ts';
import { KeysHelp } from '../kit/KeysHelp.tsx';
import { MonthGrid } from '../kit/MonthGrid.tsx';
import { useMonthSelection } from '../kit/use-month-selection.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { CellReasons } from './CellReasons.tsx';
import { coverFeet, gridRows, totalHeads } from './looks.ts';
import { ShiftKeys } from './ShiftKeys.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useRosterEdits } from './use-roster-edits.ts';
import styles from './roster.module.css';

type Props = {
  readonly view: RosterView;
  readonly makeButton: ReactNode;
  readonly isOnlyToRead: boolean;
};

/** How sheets of other programs write rest. */
const restTexts = new Set(['', '休', '△', '-', '–', '.', '/']);
const restKeys = new Set(['Delete', 'Backspace', 'x', 'X', ' ']);

/** The grid of a month with its toolbar: every keystroke is judged here by the rules that the generator uses. */
export function RosterDesk({ view, makeButton, isOnlyToRead }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const { model, people } = view;
  const evaluation = useMemo(() => evaluate(model, view.cells), [model, view.cells]);
  const rows = useMemo(
    () => gridRows(view, evaluation, words, language),
    [view, evaluation, words, language],
  );
  const feet = useMemo(() => coverFeet(view, words, language), [view, words, language]);
  const selection = useMonthSelection(people.length, model.days.length);
  const edits = useRosterEdits(view.month, view);
  const mayEdit = !isOnlyToRead && view.roster?.state === 'draft';
  const { spot, range } = selection;

  const selected = () =>
    people
      .slice(range.top, range.bottom + 1)
      .flatMap(({ id }) =>
        model.days.slice(range.left, range.right + 1).map((day) => ({ caregiverId: id, day })),
      );
  const put = (shift: Cell) => {
    if (!mayEdit) return;
    edits.edit(selected().map((place) => ({ ...place, shift })));
    const isSingle = range.top === range.bottom && range.left === range.right;
    if (isSingle) selection.move(0, 1, false);
  };
  const toggleLock = () => {
    if (!mayEdit) return;
    const places = selected();
    const isLocked = places.every(({ caregiverId, day }) =>
      model.locks.some((lock) => lock.person === caregiverId && lock.day === day),
    );
    edits.lock(places, !isLocked);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const letter = event.key.toUpperCase();
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && (letter === 'Y' || (letter === 'Z' && event.shiftKey))) edits.redo();
    else if (withControl && letter === 'Z') edits.undo();
    else if (withControl || event.altKey) return false;
    else if (model.shifts.some(({ code }) => code === letter)) put(letter);
    else if (restKeys.has(event.key)) put(null);
    else if (letter === 'L') toggleLock();
    else return false;
    return true;
  };
  const onPaste = (block: readonly (readonly string[])[]) => {
    if (!mayEdit) return;
    const codes = new Set(model.shifts.map(({ code }) => code));
    const placed = placePaste(block, range, { rows: people.length, columns: model.days.length });
    edits.edit(
      placed.flatMap(({ row, column, text }) => {
        const [person, day, letter] = [people[row], model.days[column], text.trim().toUpperCase()];
        // What is neither a shift nor rest (a name, a total) changes nothing.
        if (!person || !day || !(codes.has(letter) || restTexts.has(letter))) return [];
        return [{ caregiverId: person.id, day, shift: codes.has(letter) ? letter : null }];
      }),
    );
  };

  return (
    <>
      <Toolbar
        view={view}
        evaluation={evaluation}
        edits={edits}
        mayEdit={mayEdit}
        mayPublish={!isOnlyToRead}
        makeButton={makeButton}
        onProblem={(person, day) =>
          selection.place(
            {
              row: Math.max(
                0,
                people.findIndex(({ id }) => id === person),
              ),
              column: Math.max(0, model.days.indexOf(day)),
            },
            false,
          )
        }
      />
      <MonthGrid
        label={t(($) => $.roster.gridName, { month: monthText(view.month, language) })}
        nameHead={words.name}
        days={model.days}
        holidays={view.holidays}
        rows={rows}
        totalHeads={totalHeads(view, words)}
        feet={feet}
        height="calc(100vh - 14.25rem)"
        selection={selection}
        onKey={onKey}
        onPaste={onPaste}
      />
      <div className={styles['below']}>
        <CellReasons view={view} evaluation={evaluation} spot={spot} />
        {mayEdit && <ShiftKeys shifts={model.shifts} onShift={put} onLock={toggleLock} />}
        {mayEdit && <KeysHelp text={words.keys} />}
      </div>
    </>
  );
}
