import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { flagsOf } from '../../shared/health/judgement.ts';
import { noVitals, shownVital, type VitalKey, type Vitals } from '../../shared/health/vitals.ts';
import { dayText, monthText, shortDayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { Sheet } from './Sheet.tsx';

const beforePressure = ['temperature', 'pulse', 'respiration'] as const;
const afterPressure = ['oxygen', 'glucose', 'weight'] as const;

/** The checkups of a month on A4 landscape, with who is still due and who signs. No identity number stands on it. */
export function CheckupsSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().checkups;
  const { centre, today } = useSession();
  const { month: wanted = '' } = useParams();
  const month: Month = isMonth(wanted) ? wanted : monthOf(today);
  const list = useQuery(requests.checkups.list.queryOptions({ input: { month } }));
  const due = useQuery(requests.checkups.due.queryOptions({ input: { month } }));
  const heads = [
    words.day,
    words.bed,
    words.resident,
    ...beforePressure.map((key) => words.vitals[key]),
    words.pressure,
    ...afterPressure.map((key) => words.vitals[key]),
    words.doer,
    words.note,
  ];
  const units = [
    ...beforePressure.map((key) => words.units[key]),
    words.units.systolic,
    ...afterPressure.map((key) => words.units[key]),
  ];

  return (
    <Answer query={list}>
      {({ rows, ranges }) => {
        const markOf = (values: Vitals, ...keys: VitalKey[]) => {
          const flags = flagsOf(values, ranges, noVitals);
          return [...new Set(keys.flatMap((key) => flags[key] ?? []))]
            .map((flag) => words.marks[flag])
            .join('');
        };
        const cell = (values: Vitals, key: VitalKey) => {
          const value = values[key];
          return value === null ? '' : `${shownVital(key, value)}${markOf(values, key)}`;
        };
        const people = new Set(rows.map(({ residentId }) => residentId)).size;
        const names = due.data?.due.map(({ name }) => name).join(words.and) ?? '';
        return (
          <Sheet
            paper="checkups"
            of={month}
            title={`${monthText(month, language)} ${words.print.title}`}
            orientation="landscape"
            subtitle={
              <>
                <span>{centre.name}</span>
                <span>{t(($) => $.checkups.print.total, { count: rows.length, people })}</span>
                <span>{words.print.unusualMark}</span>
                <span>{t(($) => $.kit.paperPrintedAt, { date: dayText(today, language) })}</span>
              </>
            }
            foot={
              <>
                <span>{t(($) => $.checkups.print.sign, { role: words.print.made })}</span>
                <span>{t(($) => $.checkups.print.sign, { role: words.print.nurse })}</span>
                <span>{t(($) => $.checkups.print.sign, { role: words.print.director })}</span>
              </>
            }
          >
            <table>
              <thead>
                <tr>
                  {heads.map((head, index) => (
                    <th key={head} scope="col">
                      {head}
                      {units[index - 3] && (
                        <>
                          <br />
                          <small>{units[index - 3]}</small>
                        </>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, day, bed, name, values, doer, typist, note }) => (
                  <tr key={id}>
                    <td>{shortDayText(day, language)}</td>
                    <td>{bed}</td>
                    <td>{name}</td>
                    {beforePressure.map((key) => (
                      <td key={key}>{cell(values, key)}</td>
                    ))}
                    <td>
                      {values.systolic !== null &&
                        `${values.systolic}/${values.diastolic}${markOf(values, 'systolic', 'diastolic')}`}
                    </td>
                    {afterPressure.map((key) => (
                      <td key={key}>{cell(values, key)}</td>
                    ))}
                    <td>
                      {doer.name || words.unknownPerson}
                      {typist.id !== doer.id && (
                        <small>
                          {t(($) => $.checkups.print.typedBy, { name: typist.name || words.unknownPerson })}
                        </small>
                      )}
                    </td>
                    <td>{note}</td>
                  </tr>
                ))}
                {rows.length === 0 && (
                  <tr>
                    <td colSpan={heads.length}>{words.print.empty}</td>
                  </tr>
                )}
              </tbody>
            </table>
            {due.data && due.data.inHouse > 0 && (
              <p>{names ? t(($) => $.checkups.print.dueTitle, { names }) : words.print.nobodyDue}</p>
            )}
          </Sheet>
        );
      }}
    </Answer>
  );
}
