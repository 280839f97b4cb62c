import { formatFen } from '../../shared/money/money.ts';
import type { Brackets } from '../../shared/policy/parameters.ts';
import { useWords } from '../lib/words.ts';
import styles from './policy.module.css';
import { percentText } from './value-text.ts';

/** A tax table, step by step. */
export function BracketTable({ brackets }: { readonly brackets: Brackets }) {
  const words = useWords().policy;
  return (
    <table className={styles['brackets']}>
      <thead>
        <tr>
          <th scope="col">{words.upTo}</th>
          <th scope="col">{words.rate}</th>
          <th scope="col">{words.quick}</th>
        </tr>
      </thead>
      <tbody>
        {brackets.map((step) => (
          <tr key={String(step.upTo)}>
            <td>{step.upTo === null ? words.noLimit : formatFen(step.upTo)}</td>
            <td>{percentText(step.rate)}</td>
            <td>{formatFen(step.quick)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
