import { Button, Modal, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { month as asMonth } from '../../shared/calendar/day.ts';
import { formatFen } from '../../shared/money/money.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import type { Column } from '../kit/table.ts';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './payroll.module.css';
import { YuanInput } from './YuanInput.tsx';

type Line = Awaited<ReturnType<typeof api.payroll.openings>>[number];
type Opening = NonNullable<Line['opening']>;

/** Income and tax of the year from before the first run here, for cumulative withholding. */
export function OpeningsPanel({ year }: { readonly year: number }) {
  const language = useLanguage();
  const texts = useWords().payroll;
  const mayPrepare = useMay('payroll.prepare');
  const [open, setOpen] = useState<Line | null>(null);
  const openings = useQuery(requests.payroll.openings.queryOptions({ input: { year } }));
  const columns = openingColumns(texts, language);
  return (
    <Answer query={openings}>
      {(rows) => (
        <>
          <p className={styles['quiet']}>{texts.openingsHint}</p>
          <div className={styles['table']}>
            <DataTable
              label={texts.openingsTitle}
              rows={rows}
              columns={columns}
              rowKey={({ caregiverId }) => caregiverId}
              {...(mayPrepare ? { onOpen: setOpen } : {})}
              height="100%"
            />
          </div>
          {open && (
            <OpeningModal key={open.caregiverId} line={open} year={year} onClose={() => setOpen(null)} />
          )}
        </>
      )}
    </Answer>
  );
}

type ModalProps = { readonly line: Line; readonly year: number; readonly onClose: () => void };

function OpeningModal({ line, year, onClose }: ModalProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().payroll;
  const [opening, setOpening] = useState<Opening>(
    line.opening ?? {
      throughMonth: asMonth(`${year}-09`),
      months: 9,
      income: 0,
      insurance: 0,
      special: 0,
      withheld: 0,
    },
  );
  const put = (change: Partial<Opening>) => setOpening({ ...opening, ...change });
  const save = useCommand(api.payroll.setOpening, {
    notify: false,
    done: () => {
      announce(t(($) => $.payroll.openingSaved, { name: line.name }));
      onClose();
    },
  });
  const months = Array.from({ length: 12 }, (_, index) =>
    asMonth(`${year}-${String(index + 1).padStart(2, '0')}`),
  );
  const fields = [
    ['income', texts.income],
    ['insurance', texts.insuranceToDate],
    ['special', texts.specialToDate],
    ['withheld', texts.withheld],
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${line.name} · ${texts.openingsTitle}`}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['column']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save.run({ caregiverId: line.caregiverId, year, opening });
        }}
      >
        <div className={styles['pair']}>
          <Select
            label={texts.throughMonth}
            allowDeselect={false}
            value={opening.throughMonth}
            data={months.map((each) => ({ value: each, label: monthText(each, language) }))}
            onChange={(chosen) =>
              chosen && put({ throughMonth: asMonth(chosen), months: Number(chosen.slice(5)) })
            }
          />
          <NumberInput
            label={texts.monthsCount}
            min={1}
            max={12}
            value={opening.months}
            onChange={(typed) => put({ months: Number(typed) || 1 })}
          />
          {fields.map(([key, label]) => (
            <YuanInput key={key} label={label} fen={opening[key]} onFen={(fen) => put({ [key]: fen ?? 0 })} />
          ))}
        </div>
        <RefusalNotice refusal={save.refusal} />
        <div className={styles['acts']}>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={save.running}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const money = (key: 'income' | 'insurance' | 'special' | 'withheld', title: string): Column<Line> => ({
  key,
  title,
  width: 150,
  align: 'end',
  value: ({ opening }) => (opening ? opening[key] / 100 : null),
  cell: ({ opening }) => (opening ? formatFen(opening[key]) : ''),
});

function openingColumns(texts: Words<Messages>['payroll'], language: Language): readonly Column<Line>[] {
  return [
    { key: 'name', title: texts.name, value: ({ name }) => name, filter: 'text' },
    {
      key: 'through',
      title: texts.throughMonth,
      width: 150,
      value: ({ opening }) => opening?.throughMonth ?? null,
      cell: ({ opening }) =>
        opening ? (
          monthText(opening.throughMonth, language)
        ) : (
          <span className={styles['quiet']}>{texts.noOpening}</span>
        ),
    },
    {
      key: 'months',
      title: texts.monthsCount,
      width: 80,
      align: 'end',
      value: ({ opening }) => opening?.months ?? null,
    },
    money('income', texts.income),
    money('insurance', texts.insuranceToDate),
    money('special', texts.specialToDate),
    money('withheld', texts.withheld),
  ];
}
