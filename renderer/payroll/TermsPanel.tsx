import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { firstDay, type Month } from '../../shared/calendar/day.ts';
import { formatFen } from '../../shared/money/money.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { TermLine } from '../../shared/payroll/shapes.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './payroll.module.css';
import { TermDrawer } from './TermDrawer.tsx';

/** The terms that count for a month, and the bank cards, person by person. */
export function TermsPanel({ month }: { readonly month: Month }) {
  const language = useLanguage();
  const words = useWords();
  const texts = words.payroll;
  const [openId, setOpenId] = useState<string | null>(null);
  const terms = useQuery(requests.payroll.terms.queryOptions({ input: { month } }));
  const columns = termColumns(words, language);
  return (
    <Answer query={terms}>
      {(rows) => {
        const opened = rows.find(({ caregiverId }) => caregiverId === openId) ?? null;
        return (
          <>
            <p className={styles['quiet']}>{texts.termsHint}</p>
            <div className={styles['table']}>
              <DataTable
                label={texts.termsTitle}
                rows={rows}
                columns={columns}
                rowKey={({ caregiverId }) => caregiverId}
                openKey={openId}
                onOpen={({ caregiverId }) => setOpenId(caregiverId)}
                height="100%"
              />
            </div>
            {opened && (
              <TermDrawer key={openId} line={opened} from={firstDay(month)} onClose={() => setOpenId(null)} />
            )}
          </>
        );
      }}
    </Answer>
  );
}

function termColumns(words: Words<Messages>, language: Language): readonly Column<TermLine>[] {
  const texts = words.payroll;
  return [
    { key: 'name', title: texts.name, width: 96, value: ({ name }) => name, filter: 'text' },
    {
      key: 'engagement',
      title: texts.engagement,
      width: 116,
      filter: 'choice',
      value: ({ term }) => (term ? words.policy.engagements[term.engagement] : texts.noTerm),
      cell: ({ term }) =>
        term ? (
          words.policy.engagements[term.engagement]
        ) : (
          <StatusBadge tone="attention">{texts.noTerm}</StatusBadge>
        ),
    },
    {
      key: 'wage',
      title: texts.wage,
      width: 110,
      align: 'end',
      value: ({ term }) => (term ? term.baseWage / 100 : null),
      cell: ({ term }) => (term ? formatFen(term.baseWage) : ''),
    },
    {
      key: 'insurance',
      title: texts.insurance,
      width: 96,
      filter: 'choice',
      value: ({ term }) => (term ? (term.insurance === 'on' ? texts.insuranceOn : texts.insuranceOff) : null),
    },
    {
      key: 'reason',
      title: texts.insuranceReason,
      value: ({ term }) => term?.insuranceReason ?? null,
    },
    {
      key: 'from',
      title: texts.effectiveFrom,
      width: 148,
      value: ({ term }) => term?.effectiveFrom ?? null,
      cell: ({ term }) => (term ? dayText(term.effectiveFrom, language) : ''),
    },
    {
      key: 'card',
      title: texts.bankCard,
      width: 200,
      value: ({ bankCard }) => bankCard || null,
      cell: ({ bankCard }) =>
        bankCard ? (
          <span className={styles['money']}>{bankCard.replaceAll(/(\d{4})(?=\d)/gu, '$1 ')}</span>
        ) : (
          texts.cash
        ),
    },
  ];
}
