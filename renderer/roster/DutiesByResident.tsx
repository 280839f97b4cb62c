import type { ShiftDuties } from '../../shared/roster/duty-contract.ts';
import { Panel } from '../kit/Panel.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './duties.module.css';
import { DutyReasons } from './DutyReasons.tsx';
import { shiftName } from './looks.ts';

/** A line for each resident in the order of beds: who answers for her on each shift, and why. */
export function DutiesByResident({ shifts }: { readonly shifts: readonly ShiftDuties[] }) {
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterPapers.why;
  const answers = shifts.map(
    ({ caregivers }) =>
      new Map(
        caregivers.flatMap(({ name, residents }) =>
          residents.map((resident) => [resident.id, { name, resident }] as const),
        ),
      ),
  );
  const everybody = new Map(
    shifts.flatMap(({ caregivers, unanswered }) =>
      [...caregivers.flatMap(({ residents }) => residents), ...unanswered].map(
        (one) => [one.id, one] as const,
      ),
    ),
  );
  const residents = [...everybody.values()].toSorted((a, b) =>
    (a.bed ?? '~').localeCompare(b.bed ?? '~', 'en', { numeric: true }),
  );
  return (
    <Panel>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{texts.bed}</th>
            <th scope="col">{texts.resident}</th>
            {shifts.map(({ shift }) => (
              <th key={shift.code} scope="col">
                {shift.code} {shiftName(shift, language)} {shift.startsAt}–{shift.endsAt}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {residents.map(({ id, name, bed }) => (
            <tr key={id}>
              <td className={styles['bed']}>{bed}</td>
              <th scope="row">{name}</th>
              {shifts.map(({ shift }, index) => {
                const answer = answers[index]?.get(id);
                return (
                  <td key={shift.code}>
                    {answer ? (
                      <span className={styles['resident']}>
                        {answer.name}
                        <DutyReasons resident={answer.resident} />
                      </span>
                    ) : (
                      <span className={styles['none']}>{words.roster.dutyUnanswered}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
