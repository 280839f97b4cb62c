import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { sentenceFor } from '../../shared/messages/sentence.ts';
import { Answer } from '../kit/Answer.tsx';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { RotationLetter } from './RotationLetters.tsx';
import { ruleText } from './rule-text.ts';
import styles from './requests.module.css';

export type Checked = Awaited<ReturnType<typeof api.roster.swaps.check>>;

/** What a swap changes, and whether it may be agreed: each reason against it in one sentence. */
export function SwapCheck({ query }: { readonly query: UseQueryResult<Checked, unknown> }) {
  return (
    <section aria-live="polite">
      <Answer query={query}>{(checked) => <Result checked={checked} />}</Answer>
    </section>
  );
}

function Result({ checked }: { readonly checked: Checked }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterRequests;
  const { changes, refusals, remarks, state, version } = checked;
  return (
    <>
      {changes.length > 0 && (
        <table className={styles['changes']}>
          <thead>
            <tr>
              <th>{texts.swapDay}</th>
              <th>{words.roster.caregiver}</th>
              <th>{texts.swapBefore}</th>
              <th>{texts.swapAfter}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ caregiverId, caregiver, day, before, after }) => (
              <tr key={`${caregiverId} ${day}`}>
                <td>{shortDayText(day, language)}</td>
                <td>{caregiver}</td>
                <td>
                  <RotationLetter code={before} />
                </td>
                <td>
                  <RotationLetter code={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refusals.length > 0 ? (
        <Alert
          color="brick"
          role="alert"
          title={texts.swapMayNot}
          icon={<IconAlertTriangle size="1.125rem" aria-hidden />}
        >
          {refusals.map((refusal) => {
            const sentence = sentenceFor(refusal, language);
            return <div key={sentence}>{sentence}</div>;
          })}
        </Alert>
      ) : (
        <Alert color="pine" title={texts.swapMay} icon={<IconCheck size="1.125rem" aria-hidden />}>
          {state === 'draft'
            ? t(($) => $.rosterRequests.swapDraft, { version })
            : t(($) => $.rosterRequests.swapPublished, { version })}
          {remarks.length > 0 && (
            <>
              <div>{texts.swapRemarks}</div>
              <ul className={styles['remarks']}>
                {remarks.map((found) => (
                  <li key={`${found.caregiverId} ${found.rule} ${found.days[0]}`}>
                    {found.caregiver}：{ruleText(words.roster, found)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Alert>
      )}
    </>
  );
}
