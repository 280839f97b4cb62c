import { useQuery } from '@tanstack/react-query';
import type { Cell } from '../../shared/roster/model.ts';
import grid from '../kit/MonthGrid.module.css';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { shiftText } from './request-words.ts';
import styles from './requests.module.css';

/** Cells as the month's grid shows them: letter, colour and pattern. */
export function RotationLetters({ cells }: { readonly cells: readonly Cell[] }) {
  return (
    <span className={styles['letters']}>
      {cells.map((code, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the place in the pattern is what a cell is
        <RotationLetter key={index} code={code} />
      ))}
    </span>
  );
}

/** One cell: a shift, or rest. */
export function RotationLetter({ code }: { readonly code: Cell }) {
  const language = useLanguage();
  const words = useWords().roster;
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  const index = shifts.findIndex((shift) => shift.code === code);
  return (
    <span className={styles['letter']}>
      <span
        className={grid['cell']}
        data-ground={index < 0 ? undefined : (index % 6) + 1}
        title={code === null ? words.restWord : shiftText(code, shifts, language)}
      >
        {code ?? words.rest}
      </span>
    </span>
  );
}
