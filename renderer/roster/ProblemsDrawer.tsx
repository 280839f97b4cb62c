import { Drawer } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Violation } from '../../shared/roster/evaluate.ts';
import { evaluationOf } from '../../shared/roster/live-evaluation.ts';
import { openSlots, type Block } from '../../shared/roster/open-slots.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import type { LiveRoster } from './live-roster.ts';
import { partText } from './cover-looks.ts';
import { isRemark, shiftName } from './looks.ts';
import { ruleText, sourceText, type RosterWords } from './rule-text.ts';
import { useLive } from './use-roster-edits.ts';
import styles from './roster.module.css';

type Props = {
  readonly opened: boolean;
  readonly close: () => void;
  readonly roster: LiveRoster;
  /** Goes to the cell that a line speaks of. */
  readonly onProblem: (found: Violation) => void;
};

/** Breaches first, then open shifts with what keeps each person from them, then what could be better. */
export function ProblemsDrawer({ opened, close, roster, onProblem }: Props) {
  const { t } = useTranslation();
  const words = useWords().roster;
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size="30rem"
      title={words.problems}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {opened && (
        <Problems
          roster={roster}
          onGo={(found) => {
            close();
            onProblem(found);
          }}
        />
      )}
    </Drawer>
  );
}

function Problems({
  roster,
  onGo,
}: {
  readonly roster: LiveRoster;
  readonly onGo: (found: Violation) => void;
}) {
  const { t } = useTranslation();
  const words = useWords().roster;
  const { live } = useLive(roster);
  const view = roster.asView();
  const { violations } = evaluationOf(live);
  const hard = violations.filter((found) => found.hard);
  const soft = violations.filter(isRemark);
  return (
    <>
      {hard.length === 0 && violations.every(({ rule }) => rule !== 'coverMissing') && (
        <p>{words.noProblems}</p>
      )}
      <ViolationList
        view={view}
        found={hard}
        title={t(($) => $.roster.hardCount, { count: hard.length })}
        onGo={onGo}
      />
      <OpenList view={view} />
      <ViolationList
        view={view}
        found={soft}
        title={t(($) => $.roster.softCount, { count: soft.length })}
        onGo={onGo}
      />
    </>
  );
}

type ListProps = {
  readonly view: RosterView;
  readonly found: readonly Violation[];
  readonly title: string;
  readonly onGo: (found: Violation) => void;
};

function ViolationList({ view, found, title, onGo }: ListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  if (found.length === 0) return null;
  const nameOf = new Map(view.people.map(({ id, name }) => [id, name]));
  const where = ({ person, days }: Violation) => {
    const name = nameOf.get(person ?? '') ?? '';
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last || days.length === view.model.days.length) return name;
    if (first === last) return t(($) => $.roster.personDay, { name, day: shortDayText(first, language) });
    return t(($) => $.roster.personDays, {
      name,
      first: shortDayText(first, language),
      last: shortDayText(last, language),
    });
  };
  return (
    <section>
      <h3 className={styles['listTitle']}>{title}</h3>
      <ul className={styles['list']}>
        {found.map((one) => (
          <li key={`${one.rule} ${one.person} ${one.days[0]}`}>
            <button type="button" className={styles['problem']} onClick={() => onGo(one)}>
              <strong>{where(one)}</strong>
              <span>{ruleText(words, one)}</span>
              <small>{sourceText(words, one.source)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenList({ view }: { readonly view: RosterView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { roster: words, rosterGrid: gridWords } = useWords();
  const slots = useMemo(() => openSlots(view.model, view.cells), [view.model, view.cells]);
  if (slots.length === 0) return null;
  const nameOf = new Map(view.people.map(({ id, name }) => [id, name]));
  const missing = slots.reduce((sum, slot) => sum + slot.missing, 0);
  return (
    <section>
      <h3 className={styles['listTitle']}>{t(($) => $.roster.openCount, { count: missing })}</h3>
      <ul className={styles['list']}>
        {slots.map((slot) => {
          const shift = view.model.shifts.find(({ code }) => code === slot.shift);
          return (
            <li key={`${slot.day} ${slot.shift} ${JSON.stringify(slot.part)}`}>
              <details className={styles['slot']}>
                <summary>
                  {t(($) => (slot.part ? $.guards.openSlotPart : $.roster.openSlot), {
                    day: shortDayText(slot.day, language),
                    shift: shift ? shiftName(shift, language) : slot.shift,
                    missing: slot.missing,
                    part: slot.part ? partText(gridWords, slot.part, []) : '',
                  })}
                </summary>
                <p>{words.blocks}</p>
                <ul className={styles['blocks']}>
                  {slot.blocks.map(({ person, by }) => (
                    <li key={person}>
                      {nameOf.get(person)}{' '}
                      <span>{blockText(words, by, view.model.limits.restBetweenShifts)}</span>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function blockText(words: RosterWords, by: Block | null, rest: number): string {
  if (by === null) return words.blockFree;
  if (by === 'working' || by === 'lockedRest' || by === 'elsewhere') return words.blockWords[by];
  // What a rule says of an amount cannot be said of a shift that nobody has worked yet.
  const own: Partial<Record<Block, string>> = words.blockWords;
  const text = own[by];
  return text ?? ruleText(words, { rule: by, amount: rest });
}
