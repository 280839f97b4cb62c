import { Button, Drawer } from '@mantine/core';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { monthText, shortDayText, weekdayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { CellChange, Comparison } from '../../shared/roster/compare-versions.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { KeysHelp } from '../kit/KeysHelp.tsx';
import { MonthGrid } from '../kit/MonthGrid.tsx';
import { useMonthSelection, useSelected, type MonthSelection } from '../kit/use-month-selection.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { compareFoot, compareHeads, compareRows } from './compare-looks.ts';
import { nameOfCell } from './looks.ts';
import styles from './roster.module.css';

type Props = {
  readonly view: RosterView;
  /** Those who are shown. */
  readonly people: RosterView['people'];
  readonly compared: Comparison;
};

/** The later version with its differences; N and P go from one to the next, a list has them all. */
export function CompareGrid({ view, people, compared }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const facts = useMemo(
    () => ({ view, people, compared, words: words.roster, gridWords: words.rosterGrid, language }),
    [view, people, compared, words, language],
  );
  const rows = useMemo(() => compareRows(facts), [facts]);
  const feet = useMemo(() => [compareFoot(facts)], [facts]);
  const heads = useMemo(() => compareHeads(facts), [facts]);
  const selection = useMonthSelection(people.length, view.model.days.length);
  const grid = useRef<HTMLDivElement>(null);
  const [listed, setListed] = useState(false);

  const spotOf = (change: CellChange) => ({
    row: people.findIndex(({ id }) => id === change.person),
    column: view.model.days.indexOf(change.day),
  });
  /** To the next difference in reading order, round at the end. */
  const step = (forward: boolean) => {
    const width = view.model.days.length;
    const { spot } = selection.current();
    const now = spot.row * width + spot.column;
    const places = compared.changes
      .map(spotOf)
      .filter(({ row }) => row >= 0)
      .map(({ row, column }) => row * width + column);
    const next = forward
      ? (places.find((at) => at > now) ?? places[0])
      : (places.findLast((at) => at < now) ?? places.at(-1));
    if (next !== undefined) selection.place({ row: Math.floor(next / width), column: next % width }, false);
  };
  const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    const letter = key.toLowerCase();
    if (ctrlKey || metaKey || altKey || (letter !== 'n' && letter !== 'p')) return false;
    step(letter === 'n');
    return true;
  };
  const goTo = (change: CellChange) => {
    setListed(false);
    selection.place(spotOf(change), false);
    setTimeout(() => grid.current?.focus(), 50);
  };
  return (
    <>
      <MonthGrid
        grid={grid}
        label={t(($) => $.rosterGrid.compareTitle, { month: monthText(view.month, language) })}
        nameHead={words.roster.name}
        days={view.model.days}
        holidays={view.holidays}
        rows={rows}
        totalHeads={heads}
        feet={feet}
        roomBelow="4.25rem"
        selection={selection}
        onKey={onKey}
      />
      <div className={styles['below']}>
        <CompareLine view={view} people={people} compared={compared} selection={selection} />
        {compared.changes.length > 0 && (
          <div className={styles['shiftKeys']}>
            <Button size="compact-sm" variant="default" onClick={() => step(false)}>
              {words.rosterGrid.comparePrevious}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => step(true)}>
              {words.rosterGrid.compareNext}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setListed(true)}>
              {words.rosterGrid.compareList}
            </Button>
          </div>
        )}
        <KeysHelp text={words.rosterGrid.compareKeys} />
      </div>
      <Drawer
        opened={listed}
        onClose={() => setListed(false)}
        position="right"
        size="26rem"
        title={words.rosterGrid.compareList}
        closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
      >
        <ChangeList view={view} compared={compared} onGo={goTo} />
      </Drawer>
    </>
  );
}

/** Who has what now, and had what before, on the day that keys go to. */
function CompareLine({ view, people, compared, selection }: Props & { readonly selection: MonthSelection }) {
  const language = useLanguage();
  const words = useWords();
  const { spot } = useSelected(selection);
  const [person, day] = [people[spot.row], view.model.days[spot.column]];
  if (!person || !day) return <div className={styles['reasons']} />;
  const change = compared.changes.find((one) => one.person === person.id && one.day === day);
  const name = (cell: CellChange['is']) => nameOfCell(view.model, cell, words.roster, language);
  const is = name(view.cells[person.id]?.[spot.column] ?? null);
  return (
    <div className={styles['reasons']} aria-live="polite">
      <span className={styles['where']}>
        <strong>{person.name}</strong> {shortDayText(day, language)} {weekdayText(day, language)}{' '}
        {change ? (
          <em className={styles['changed']}>
            {fill(words.rosterGrid.compareCell, { is, was: name(change.was) })}
          </em>
        ) : (
          is
        )}
      </span>
    </div>
  );
}

function ChangeList({
  view,
  compared,
  onGo,
}: Pick<Props, 'view' | 'compared'> & { readonly onGo: (change: CellChange) => void }) {
  const language = useLanguage();
  const words = useWords();
  const name = (cell: CellChange['is']) => nameOfCell(view.model, cell, words.roster, language);
  const ofPerson = Map.groupBy(compared.changes, ({ person }) => person);
  return (
    <>
      {view.people
        .filter(({ id }) => ofPerson.has(id))
        .map((person) => (
          <section key={person.id}>
            <h3 className={styles['listTitle']}>
              {person.name} · {ofPerson.get(person.id)?.length}
            </h3>
            <ul className={styles['list']}>
              {ofPerson.get(person.id)?.map((change) => (
                <li key={change.day}>
                  <button type="button" className={styles['problem']} onClick={() => onGo(change)}>
                    <strong>
                      {shortDayText(change.day, language)} {weekdayText(change.day, language)}
                    </strong>
                    <span>
                      {name(change.was)} → {name(change.is)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
