import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { monthText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Violation } from '../../shared/roster/evaluate.ts';
import { KeysHelp } from '../kit/KeysHelp.tsx';
import { MonthGrid } from '../kit/MonthGrid.tsx';
import { useLater, useMonthSelection, type MonthSelection } from '../kit/use-month-selection.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { CellReasons } from './CellReasons.tsx';
import { openCoverLooks } from './cover-looks.ts';
import { deskActs, type DeskActs } from './desk-acts.ts';
import type { LiveRoster } from './live-roster.ts';
import { openLooks, quickLooks, totalHeads, type RosterLooks } from './looks.ts';
import { RepeatForm } from './RepeatForm.tsx';
import { ShiftKeys } from './ShiftKeys.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useLiveFact, useRosterEdits } from './use-roster-edits.ts';
import styles from './roster.module.css';

type Props = {
  readonly view: RosterView;
  readonly makeButton: ReactNode;
  readonly isOnlyToRead: boolean;
};

const restKeys = new Set(['Delete', 'Backspace', 'x', 'X', ' ']);

/** The grid of a month with its toolbar: every keystroke is judged here by the rules that the generator uses. */
export function RosterDesk({ view: opened, makeButton, isOnlyToRead }: Props) {
  const language = useLanguage();
  const words = useWords();
  const roster = useRosterEdits(opened);
  const view = useLiveFact(roster, (state) => state.view);
  const known = useKnown(view);
  const published = known?.cells ?? null;
  const looks = useMemo(
    () => openLooks({ view, words: words.roster, gridWords: words.rosterGrid, language, published }),
    [view, words, language, published],
  );
  const feet = useMemo(
    () => openCoverLooks({ view, words: words.roster, gridWords: words.rosterGrid, language, published }),
    [view, words, language, published],
  );
  const selection = useMonthSelection(view.people.length, view.model.days.length);
  const acts = useMemo(() => deskActs({ view, roster, selection }), [view, roster, selection]);
  const grid = useRef<HTMLDivElement>(null);
  const [repeats, setRepeats] = useState(false);
  const mayEdit = !isOnlyToRead && view.roster?.state === 'draft';

  const goTo = ({ person, days }: Violation) => {
    const day = days.at(-1);
    const row = view.people.findIndex(({ id }) => id === person);
    const { spot } = selection.current();
    const column = day ? view.model.days.indexOf(day) : spot.column;
    selection.place({ row: row < 0 ? spot.row : row, column }, false);
    // After the drawer has given the focus back.
    setTimeout(() => grid.current?.focus(), 50);
  };
  return (
    <>
      <Toolbar
        roster={roster}
        looks={looks}
        published={known?.version ?? null}
        mayEdit={mayEdit}
        mayPublish={!isOnlyToRead}
        makeButton={makeButton}
        onProblem={goTo}
      />
      <DeskGrid
        {...{ roster, looks, feet, selection, acts, mayEdit, grid }}
        onRepeat={() => setRepeats(true)}
      />
      <div className={styles['below']}>
        <CellReasons roster={roster} selection={selection} published={known} />
        {mayEdit && (
          <>
            <ShiftKeys
              shifts={view.model.shifts}
              onShift={acts.put}
              onLock={acts.toggleLock}
              onRepeat={() => setRepeats(true)}
            />
            <KeysHelp text={words.rosterGrid.keys} />
            {repeats && (
              <RepeatForm
                shifts={view.model.shifts}
                selection={selection}
                onRepeat={acts.repeat}
                close={() => {
                  setRepeats(false);
                  setTimeout(() => grid.current?.focus(), 50);
                }}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

type GridProps = {
  readonly roster: LiveRoster;
  readonly looks: RosterLooks;
  readonly feet: ReturnType<typeof openCoverLooks>;
  readonly selection: MonthSelection;
  readonly acts: DeskActs;
  readonly mayEdit: boolean;
  readonly grid: React.RefObject<HTMLDivElement | null>;
  readonly onRepeat: () => void;
};

/** The part that is drawn again at a key; within it, only the rows and feet that changed. */
function DeskGrid({ roster, looks, feet, selection, acts, mayEdit, grid, onRepeat }: GridProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const { view, live } = useLater(roster.subscribe, roster.state);
  const heads = useMemo(() => totalHeads(view, words), [view, words]);
  const onCells = useMemo(() => quickLooks(roster), [roster]);
  const onKey = (event: KeyboardEvent): boolean => {
    if (!mayEdit) return false;
    const letter = event.key.toUpperCase();
    if (event.altKey) return false;
    if (event.ctrlKey || event.metaKey) {
      const act = {
        Z: event.shiftKey ? roster.redo : roster.undo,
        Y: roster.redo,
        D: acts.fillDown,
        R: acts.fillRight,
        E: onRepeat,
      }[letter];
      act?.();
      return act !== undefined;
    }
    if (view.model.shifts.some(({ code }) => code === letter)) acts.put(letter);
    else if (restKeys.has(event.key)) acts.put(null);
    else if (letter === 'L') acts.toggleLock();
    else return false;
    return true;
  };
  return (
    <MonthGrid
      grid={grid}
      label={t(($) => $.roster.gridName, { month: monthText(view.month, language) })}
      nameHead={words.name}
      days={view.model.days}
      holidays={view.holidays}
      rows={looks.rows(live)}
      totalHeads={heads}
      feet={feet(live)}
      onCells={onCells}
      roomBelow="4.25rem"
      selection={selection}
      onKey={onKey}
      {...(mayEdit && { onPaste: acts.paste, onCut: acts.cut })}
    />
  );
}

/** What people knew before: of a draft what is published now, of a published version the one that was published before it. */
function useKnown(
  view: RosterView,
): { readonly version: number; readonly cells: RosterView['cells'] } | null {
  const { roster, versions } = view;
  const head =
    roster?.state === 'draft'
      ? versions.find(({ state }) => state === 'published')
      : versions
          .filter(({ publishedAt, version }) => publishedAt !== null && version < (roster?.version ?? 0))
          .toSorted((one, other) => other.version - one.version)[0];
  const { data } = useQuery({
    ...requests.roster.open.queryOptions({ input: { month: view.month, version: head?.version ?? 1 } }),
    enabled: head !== undefined,
  });
  const cells = head ? data?.cells : undefined;
  return useMemo(() => (head && cells ? { version: head.version, cells } : null), [head, cells]);
}
