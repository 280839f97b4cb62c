import type { Warning } from '../../shared/roster/guards.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { caseText } from './override-text.ts';
import type { Person } from './person.ts';
import styles from './roster.module.css';

type Props = { readonly warning: Warning; readonly people: readonly Person[] };

/** What a guard warns of: the rule with where it comes from, and whom and which days it speaks of. */
export function WarnedCases({ warning: { rule, cases }, people }: Props) {
  const language = useLanguage();
  const words = useWords().guards;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <>
      <p className={styles['warningTitle']}>
        <strong>{words.rules[rule]}</strong> <small>{words.basis[rule]}</small>
      </p>
      <ul className={styles['cases']}>
        {cases.map((one) => (
          <li key={`${one.person} ${one.firstDay}`}>
            {caseText(words, language, rule, { ...one, caregiver: names.get(one.person) ?? '' })}
          </li>
        ))}
      </ul>
    </>
  );
}
