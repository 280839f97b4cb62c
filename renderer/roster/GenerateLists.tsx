import { useTranslation } from 'react-i18next';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Standing } from '../../shared/roster/generate-contract.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { nameOfShift } from './remark-text.ts';
import styles from './generate.module.css';

type Props = { readonly standing: Standing; readonly view: RosterView };

/** So many lines are read at a glance; the whole list stands in the roster's own. */
const MOST_LINES = 5;

/** What the best roster so far leaves open, and what is less than good about it. */
export function GenerateLists({ standing: { slots, rules }, view }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterGenerate;
  const named: Readonly<Record<string, string>> = texts.rules;
  const soft = [...Map.groupBy(rules, ({ rule }) => named[rule] ?? texts.otherRule)]
    .map(([rule, group]) => ({ rule, cases: group.reduce((sum, { cases }) => sum + cases, 0) }))
    .toSorted((one, other) => Number(one.rule === texts.otherRule) - Number(other.rule === texts.otherRule));
  return (
    <div className={styles['lists']}>
      <section>
        <h3>{texts.openTitle}</h3>
        {slots.length === 0 && <p>{texts.openNone}</p>}
        <ul>
          {slots.slice(0, MOST_LINES).map(({ day, shift, missing, part }) => (
            <li key={`${day} ${shift} ${JSON.stringify(part)}`}>
              {t(($) => $.rosterGenerate.openSlot, {
                day: shortDayText(day, language),
                shift: nameOfShift(view, shift, words.roster.rest, language),
                missing,
              })}
            </li>
          ))}
          {slots.length > MOST_LINES && (
            <li>{t(($) => $.rosterGenerate.openMore, { count: slots.length - MOST_LINES })}</li>
          )}
        </ul>
      </section>
      <section>
        <h3>{texts.softTitle}</h3>
        {soft.length === 0 && <p>{texts.softNone}</p>}
        <ul>
          {soft.slice(0, MOST_LINES + 1).map((line) => (
            <li key={line.rule}>{t(($) => $.rosterGenerate.softLine, line)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
