import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../shared/calendar/day.ts';
import { formatFen } from '../../shared/money/money.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { ExtraLine } from '../../shared/payroll/shapes.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import type { Column } from '../kit/table.ts';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { ExtraModal } from './ExtraModal.tsx';
import styles from './payroll.module.css';

/** Overtime, bonus, back pay and deductions of a month: what attendance does not show. */
export function ExtrasPanel({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().payroll;
  const mayPrepare = useMay('payroll.prepare');
  const [adding, setAdding] = useState(false);
  const extras = useQuery(requests.payroll.extras.queryOptions({ input: { month } }));
  const cancel = useCommand(api.payroll.cancelExtra);
  const columns = extraColumns(texts, language, mayPrepare ? (id) => void cancel.run({ id }) : null);
  const add = mayPrepare && (
    <Button
      variant="default"
      leftSection={<IconPlus size="1.125rem" aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {texts.addExtra}
    </Button>
  );
  return (
    <>
      <div className={styles['line']}>
        <span className={styles['quiet']}>{t(($) => $.payroll.extrasHint)}</span>
        <span style={{ marginLeft: 'auto' }}>{add}</span>
      </div>
      <Answer query={extras}>
        {(rows) => (
          <div className={styles['table']}>
            <DataTable
              label={texts.extrasTitle}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              height="100%"
              empty={<EmptyState title={texts.noExtras} hint={texts.extrasHint} />}
            />
          </div>
        )}
      </Answer>
      {adding && <ExtraModal month={month} onClose={() => setAdding(false)} />}
    </>
  );
}

function extraColumns(
  texts: Words<Messages>['payroll'],
  language: Language,
  cancel: ((id: string) => void) | null,
): readonly Column<ExtraLine>[] {
  return [
    { key: 'name', title: texts.name, width: 110, value: ({ name }) => name, filter: 'text' },
    {
      key: 'kind',
      title: texts.extraKind,
      width: 150,
      filter: 'choice',
      value: ({ kind }) => texts.extraKinds[kind],
    },
    {
      key: 'day',
      title: texts.extraDay,
      width: 150,
      value: ({ day }) => day,
      cell: ({ day }) => (day ? dayText(day, language) : ''),
    },
    {
      key: 'hours',
      title: texts.extraHours,
      width: 90,
      align: 'end',
      value: ({ minutes }) => (minutes === null ? null : minutes / 60),
      cell: ({ minutes }) => (minutes === null ? '' : minutes / 60),
    },
    {
      key: 'amount',
      title: texts.amount,
      width: 120,
      align: 'end',
      value: ({ amount }) => (amount === null ? null : amount / 100),
      cell: ({ amount }) => (amount === null ? '' : formatFen(amount)),
    },
    { key: 'note', title: texts.evidence, value: ({ note }) => note },
    {
      key: 'cancel',
      title: '',
      width: 90,
      value: () => null,
      cell: ({ id }) =>
        cancel && (
          <Button size="compact-sm" variant="subtle" color="brick" onClick={() => cancel(id)}>
            {texts.cancelExtra}
          </Button>
        ),
    },
  ];
}
