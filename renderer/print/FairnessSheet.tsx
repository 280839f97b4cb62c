import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { FairnessLedger } from '../../shared/roster/fairness-contract.ts';
import { measures } from '../../shared/roster/fairness.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useSession, useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { deviation, figure, signed, sourcesText } from '../roster/fairness-figures.ts';
import styles from './fairness-sheet.module.css';
import { Sheet } from './Sheet.tsx';

/** The year's fairness on one landscape sheet: four measures a person, each with her share and the difference. */
export function FairnessSheet() {
  const { year: wanted = '' } = useParams();
  const thisYear = Number(useToday().slice(0, 4));
  const year = /^20\d\d$/.test(wanted) ? Number(wanted) : thisYear;
  const query = useQuery(requests.roster.fairness.year.queryOptions({ input: { year } }));
  return <Answer query={query}>{(ledger) => <Paper ledger={ledger} />}</Answer>;
}

function Paper({ ledger }: { readonly ledger: FairnessLedger }) {
  const { t } = useTranslation();
  const words = useWords().fairness;
  const { centre } = useSession();
  return (
    <Sheet
      paper="fairness"
      of={String(ledger.year)}
      title={t(($) => $.fairness.sheetTitle, { centre: centre.name, year: ledger.year })}
      orientation="landscape"
      subtitle={<span>{sourcesText(ledger, words)}</span>}
      foot={
        <>
          <span>{words.sheetFoot}</span>
          <span>{words.sheetDirector}</span>
        </>
      }
    >
      <table className={styles['fairness']}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.number}
            </th>
            <th scope="col" rowSpan={2}>
              {words.name}
            </th>
            <th scope="col" rowSpan={2}>
              {words.days}
            </th>
            {measures.map((measure) => (
              <th key={measure} scope="colgroup" colSpan={3}>
                {t(($) => $.fairness.sheetMeasure, {
                  measure: words.measures[measure],
                  unit: words.units[measure],
                })}
              </th>
            ))}
          </tr>
          <tr>
            {measures.flatMap((measure) =>
              (['done', 'share', 'deviation'] as const).map((part) => (
                <th key={`${measure} ${part}`} scope="col">
                  {words[part]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {ledger.people.map(({ id, name, days, year }, index) => (
            <tr key={id}>
              <td>{index + 1}</td>
              <td>{name}</td>
              <td>{days}</td>
              {measures.flatMap((measure) => [
                <td key={`${measure} done`}>{figure(measure, year[measure].done)}</td>,
                <td key={`${measure} share`}>{figure(measure, year[measure].share)}</td>,
                <td key={`${measure} deviation`}>{signed(deviation(measure, year[measure]))}</td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['how']}>{words.how}</p>
    </Sheet>
  );
}
