import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthRow } from '../../shared/health/contract.ts';
import {
  examineRow,
  sheetColumns,
  textOf,
  type RowDraft,
  type SheetColumn,
} from '../../shared/health/sheet-draft.ts';
import { Answer } from '../kit/Answer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import { findingsText, lastVitals, shortHint, stateFor, titleOf, vitalsOf } from './cell-words.ts';
import styles from './checkups.module.css';
import { ReasonField } from './ReasonField.tsx';
import type { RoundData } from './round-data.ts';

type Props = { readonly row: MonthRow; readonly onDone: () => void; readonly onBack: () => void };

/** A new row in the place of a wrong one; the old one stays with the reason. */
export function CorrectForm({ row, onDone, onBack }: Props) {
  const round = useQuery(requests.checkups.round.queryOptions({ input: { day: row.day, round: row.round } }));
  return (
    <Answer query={round}>
      {(data) => <Fields row={row} data={data} onDone={onDone} onBack={onBack} />}
    </Answer>
  );
}

function Fields({ row, data, onDone, onBack }: Props & { readonly data: RoundData }) {
  const { t } = useTranslation();
  const words = useWords().checkups;
  const last = data.rows.find(({ residentId }) => residentId === row.residentId)?.last ?? {};
  const [doer, setDoer] = useState(row.doer.id);
  const [reason, setReason] = useState('');
  const [draft, setDraft] = useState<RowDraft>(() => {
    const texts = Object.fromEntries(
      sheetColumns.map((column) => [column, textOf(column, row.values, row.note)]),
    );
    // What was confirmed when it was recorded need not be confirmed again, as long as it is not changed.
    const asked = sheetColumns.filter((column) =>
      vitalsOf(column).some((key) => row.confirmed.includes(key)),
    );
    return { texts, confirmed: Object.fromEntries(asked.map((column) => [column, texts[column] ?? ''])) };
  });
  const verdict = examineRow(draft, data.ranges, lastVitals(last));
  const correct = useCommand(api.checkups.correct, {
    notify: false,
    done: () => {
      announce(words.corrected);
      onDone();
    },
  });
  const type = (column: SheetColumn, text: string) =>
    setDraft((before) => ({ ...before, texts: { ...before.texts, [column]: text } }));
  const confirm = (column: SheetColumn, found: boolean) =>
    setDraft(({ texts, confirmed }) => {
      const others = Object.entries(confirmed).filter(([other]) => other !== column);
      const own = found ? [[column, texts[column] ?? '']] : [];
      return { texts, confirmed: Object.fromEntries([...others, ...own]) };
    });
  const doers = data.doers.some(({ id }) => id === row.doer.id)
    ? data.doers
    : [{ id: row.doer.id, name: row.doer.name || words.unknownPerson }, ...data.doers];

  return (
    <form
      className={styles['column']}
      onSubmit={(event) => {
        event.preventDefault();
        const { values, note, confirmed } = verdict;
        void correct.run({ id: row.id, values, note, confirmed: [...confirmed], doer, reason });
      }}
    >
      <p className={styles['hint']}>{words.correctHint}</p>
      <div className={styles['fields']}>
        {sheetColumns.map((column) => {
          const cell = verdict.cells[column];
          const facts = { values: verdict.values, last, ranges: data.ranges, words };
          const state = stateFor(column, cell, draft.texts[column] ?? '', facts);
          const [first] = vitalsOf(column);
          const unit = first ? ` ${words.units[first]}` : '';
          const about = shortHint(column, last, data.ranges, words);
          return (
            <div key={column}>
              <TextInput
                label={`${titleOf(column, words)}${unit}`}
                description={about || undefined}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={draft.texts[column] ?? ''}
                error={state?.state === 'refused' ? state.reason : undefined}
                onChange={(event) => type(column, event.currentTarget.value)}
              />
              {cell.kind === 'unusual' && (
                <Checkbox
                  mt="0.25rem"
                  label={words.confirmUnusual}
                  description={findingsText(cell.flags, verdict.values, last, data.ranges, words)}
                  checked={cell.confirmed}
                  onChange={(event) => confirm(column, event.currentTarget.checked)}
                />
              )}
            </div>
          );
        })}
      </div>
      <Select
        label={words.doer}
        searchable
        allowDeselect={false}
        value={doer}
        data={doers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(picked) => setDoer(picked ?? row.doer.id)}
      />
      <ReasonField
        label={words.correctReason}
        value={reason}
        onChange={setReason}
        usual={[words.correctReasons.typing, words.correctReasons.reading, words.correctReasons.again]}
      />
      <RefusalNotice refusal={correct.refusal} />
      <div className={styles['acts']}>
        <Button variant="default" onClick={onBack}>
          {t(($) => $.kit.cancel)}
        </Button>
        <Button
          type="submit"
          disabled={verdict.state !== 'ready' || reason.trim() === ''}
          loading={correct.running}
        >
          {words.saveCorrection}
        </Button>
      </div>
    </form>
  );
}
