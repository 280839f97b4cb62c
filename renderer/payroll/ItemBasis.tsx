import { useTranslation } from 'react-i18next';
import { formatFen } from '../../shared/money/money.ts';
import { dayText, shortDayText } from '../../shared/messages/day-words.ts';
import type { PayItem, Term } from '../../shared/payroll/items.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { statusTones } from '../policy/status-tone.ts';
import { percentText, valueText } from '../policy/value-text.ts';
import styles from './payroll.module.css';

/** What stands behind one number: rule, numbers, days, parameters with their source, evidence. */
export function ItemBasis({ item }: { readonly item: PayItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const { basis } = item;
  const termText = ({ value, unit }: Term) => {
    if (unit === 'fen') return formatFen(value);
    if (unit === 'exact-fen') return (value / 100).toFixed(4);
    if (unit === 'percent') return percentText(value);
    if (unit === 'number') return String(value);
    return `${Number(value.toFixed(2))} ${words.payroll.units[unit]}`;
  };
  return (
    <div className={styles['basis']}>
      <p>{words.payroll.rules[basis.rule]}</p>
      {basis.terms.length > 0 && (
        <dl className={styles['terms']}>
          {basis.terms.flatMap((term) => [
            <dt key={`${term.name} name`}>{words.payroll.terms[term.name]}</dt>,
            <dd key={`${term.name} value`}>{termText(term)}</dd>,
          ])}
        </dl>
      )}
      {basis.days.length > 0 && (
        <p>
          <strong>{words.payroll.behind}</strong>{' '}
          {basis.days.map((on) => shortDayText(on, language)).join(words.policy.and)}
        </p>
      )}
      {basis.notes.length > 0 && (
        <p>
          <strong>{words.payroll.notes}</strong> {basis.notes.join('；')}
        </p>
      )}
      {basis.parameters.length > 0 && (
        <ul className={styles['uses']} aria-label={words.payroll.parameters}>
          {basis.parameters.map((use) => (
            <li key={use.key}>
              <span>
                {words.policy.keys[use.key]}　<strong>{valueText(use.key, use.value, words.policy)}</strong>
              </span>
              <StatusBadge tone={statusTones[use.status]}>{words.policy.statuses[use.status]}</StatusBadge>
              <small>
                {t(($) => $.payroll.since, { day: dayText(use.effectiveFrom, language) })} · {use.source}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
