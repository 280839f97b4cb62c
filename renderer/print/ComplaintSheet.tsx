import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { ComplaintFile } from '../../shared/complaints/contract.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { entryFacts } from '../complaints/entry-facts.tsx';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { dayWord } from '../residents/resident-words.ts';
import styles from './complaint-sheet.module.css';
import { Sheet } from './Sheet.tsx';

/** One complaint with its handling on A4, for the file that is kept under lock. */
export function ComplaintSheet() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery(requests.complaints.open.queryOptions({ input: { id } }));
  return <Answer query={file}>{(data) => <Paper file={data} />}</Answer>;
}

function Paper({ file }: { readonly file: ComplaintFile }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.complaints;
  const { centre, today } = useSession();
  const steps = file.handling?.steps ?? [];
  return (
    <Sheet
      paper="complaint"
      of={file.id}
      title={texts.paper.title}
      subtitle={
        <>
          <span>{centre.name}</span>
          <span>{texts.paper.sealed}</span>
          <span>{t(($) => $.kit.paperPrintedAt, { date: dayText(today, language) })}</span>
        </>
      }
      foot={
        <>
          <span>{fill(texts.paper.sign, { role: texts.paper.recorder })}</span>
          <span>{fill(texts.paper.sign, { role: texts.paper.director })}</span>
        </>
      }
    >
      <table className={styles['facts']}>
        <tbody>
          {entryFacts(file, words, language).map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2 className={styles['part']}>{texts.handling}</h2>
      {steps.length === 0 ? (
        <p>{texts.paper.none}</p>
      ) : (
        <table className={styles['steps']}>
          <thead>
            <tr>
              <th scope="col">{texts.step.on}</th>
              <th scope="col">{texts.step.kind}</th>
              <th scope="col">{texts.step.said}</th>
              <th scope="col">{texts.step.doer}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.id}>
                <td>{dayWord(step.on, language)}</td>
                <td>{texts.steps[step.kind]}</td>
                <td className={styles['text']}>{step.said}</td>
                <td>{step.doer}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}
