import { Button, Checkbox, Radio, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import type { TermLine } from '../../shared/payroll/shapes.ts';
import { engagements } from '../../shared/payroll/items.ts';
import { schemes, taxReliefs, type PayTerm } from '../../shared/payroll/term.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './payroll.module.css';
import { YuanInput } from './YuanInput.tsx';

type Props = { readonly line: TermLine; readonly from: Day; readonly onDone: () => void };

const empty = {
  engagement: 'employment',
  baseWage: 0,
  insurance: 'off',
  insuranceReason: '',
  insuranceBase: null,
  schemesOff: {},
  specialDeduction: 0,
  taxRelief: 'none',
} as const satisfies Omit<PayTerm, 'effectiveFrom'>;

/** Terms of pay from a day on: engagement, wage, insurance on or off with its reason, deductions for tax. */
export function TermForm({ line, from, onDone }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.payroll;
  const [term, setTerm] = useState<PayTerm>({
    ...empty,
    ...line.term,
    effectiveFrom: line.startedOn > from ? line.startedOn : from,
  });
  const put = (change: Partial<PayTerm>) => setTerm({ ...term, ...change });
  const save = useCommand(api.payroll.setTerm, {
    notify: false,
    done: () => {
      announce(t(($) => $.payroll.termSaved, { name: line.name }));
      onDone();
    },
  });
  const insured = term.insurance === 'on' && term.engagement !== 'service';
  return (
    <form
      className={styles['column']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ caregiverId: line.caregiverId, term });
      }}
    >
      <DayInput
        label={texts.effectiveFrom}
        required
        maxDate={null}
        value={term.effectiveFrom}
        onChange={(day) => day && put({ effectiveFrom: day })}
      />
      <Radio.Group
        label={texts.engagement}
        value={term.engagement}
        onChange={(chosen) =>
          put({ engagement: engagements.find((each) => each === chosen) ?? 'employment' })
        }
      >
        <div className={styles['line']}>
          {engagements.map((each) => (
            <Radio key={each} mt="xs" value={each} label={words.policy.engagements[each]} />
          ))}
        </div>
      </Radio.Group>
      <YuanInput
        label={`${texts.wage}（${words.policy.units.fen}）`}
        required
        fen={term.baseWage}
        onFen={(fen) => put({ baseWage: fen ?? 0 })}
      />
      {term.engagement !== 'service' && (
        <SegmentedControl
          aria-label={texts.insurance}
          value={term.insurance}
          data={[
            { value: 'on', label: texts.insuranceOn },
            { value: 'off', label: texts.insuranceOff },
          ]}
          onChange={(chosen) => put({ insurance: chosen === 'on' ? 'on' : 'off' })}
        />
      )}
      {!insured && (
        <TextInput
          label={texts.insuranceReason}
          required
          maxLength={200}
          value={term.insuranceReason}
          onChange={(event) => put({ insurance: 'off', insuranceReason: event.currentTarget.value })}
        />
      )}
      {insured && (
        <>
          <YuanInput
            label={texts.insuranceBase}
            placeholder={texts.insuranceBaseHint}
            fen={term.insuranceBase}
            onFen={(fen) => put({ insuranceBase: fen })}
          />
          <SchemesOff off={term.schemesOff} onChange={(schemesOff) => put({ schemesOff })} />
        </>
      )}
      {term.engagement !== 'service' && (
        <div className={styles['pair']}>
          <YuanInput
            label={texts.special}
            fen={term.specialDeduction}
            onFen={(fen) => put({ specialDeduction: fen ?? 0 })}
          />
          <Select
            label={texts.relief}
            allowDeselect={false}
            value={term.taxRelief}
            data={taxReliefs.map((each) => ({ value: each, label: texts.reliefs[each] }))}
            onChange={(chosen) => put({ taxRelief: taxReliefs.find((each) => each === chosen) ?? 'none' })}
          />
        </div>
      )}
      <RefusalNotice refusal={save.refusal} />
      <div className={styles['acts']}>
        <Button variant="default" onClick={onDone}>
          {texts.cancel}
        </Button>
        <Button
          type="submit"
          loading={save.running}
          disabled={!insured && term.insuranceReason.trim() === ''}
        >
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

type SchemesProps = {
  readonly off: PayTerm['schemesOff'];
  readonly onChange: (off: PayTerm['schemesOff']) => void;
};

function SchemesOff({ off, onChange }: SchemesProps) {
  const texts = useWords().payroll;
  return (
    <fieldset className={styles['fieldset']}>
      <legend>{texts.schemesOff}</legend>
      {schemes.map((scheme) => (
        <div key={scheme} className={styles['pair']}>
          <Checkbox
            label={texts.schemes[scheme]}
            checked={off[scheme] !== undefined}
            onChange={(event) => {
              const { [scheme]: _gone, ...rest } = off;
              onChange(event.currentTarget.checked ? { ...rest, [scheme]: '' } : rest);
            }}
          />
          {off[scheme] !== undefined && (
            <TextInput
              aria-label={`${texts.schemes[scheme]} ${texts.reason}`}
              placeholder={texts.reason}
              maxLength={200}
              value={off[scheme]}
              onChange={(event) => onChange({ ...off, [scheme]: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}
