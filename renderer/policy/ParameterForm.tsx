import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { ShownParameter } from '../../shared/policy/contract.ts';
import { statuses, type Status } from '../../shared/policy/parameters.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './policy.module.css';
import { ValueInput } from './ValueInput.tsx';

type Value = Parameters<typeof api.policy.set>[0]['value'];

/** A new row of a parameter: value, first day, how sure, by which paper. */
export function ParameterForm({
  parameter,
  onDone,
}: {
  readonly parameter: ShownParameter;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().policy;
  const today = useToday();
  const [value, setValue] = useState<unknown>((parameter.inForce ?? parameter.rows[0])?.value ?? null);
  const [effectiveFrom, setFrom] = useState<Day | null>(today);
  const [status, setStatus] = useState<Status | null>(null);
  const [source, setSource] = useState('');
  const set = useCommand(api.policy.set, {
    notify: false,
    done: () => {
      if (effectiveFrom) announce(t(($) => $.policy.saved, { day: dayText(effectiveFrom, language) }));
      onDone();
    },
  });
  return (
    <form
      className={styles['column']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (effectiveFrom && status)
          void set.run({
            key: parameter.key,
            value: value as Value,
            effectiveFrom,
            status,
            source: source.trim(),
          });
      }}
    >
      <ValueInput parameter={parameter.key} value={value} onChange={setValue} />
      <div className={styles['pair']}>
        <DayInput
          label={words.effectiveFrom}
          required
          maxDate={null}
          value={effectiveFrom}
          onChange={setFrom}
        />
        <Select
          label={words.status}
          required
          placeholder={words.choose}
          allowDeselect={false}
          value={status}
          data={statuses.map((each) => ({ value: each, label: words.statuses[each] }))}
          onChange={(chosen) => setStatus(statuses.find((each) => each === chosen) ?? null)}
        />
      </div>
      <TextInput
        label={words.source}
        required
        maxLength={200}
        placeholder={words.sourcePlaceholder}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <RefusalNotice refusal={set.refusal} />
      <div className={styles['acts']}>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button
          type="submit"
          loading={set.running}
          disabled={!effectiveFrom || !status || source.trim().length < 2}
        >
          {words.save}
        </Button>
      </div>
    </form>
  );
}
