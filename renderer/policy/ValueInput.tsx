import { Checkbox, Group, NumberInput, Select, SegmentedControl } from '@mantine/core';
import { engagements } from '../../shared/payroll/items.ts';
import { parameters, type Brackets, type ParameterKey } from '../../shared/policy/parameters.ts';
import { useWords } from '../lib/words.ts';
import { BracketInput } from './BracketInput.tsx';
import styles from './policy.module.css';

type Props = {
  readonly parameter: ParameterKey;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

const tiers = ['1', '2', '3'] as const;
type ByTier = Readonly<Record<(typeof tiers)[number], number>>;

/** Yuan or per cent as typed, and what is stored: whole fen, a plain share. */
const scaled = (typed: string | number, factor: number) =>
  typed === '' || Number.isNaN(Number(typed)) ? null : Math.round(Number(typed) * factor * 1e8) / 1e8;

/** The input that fits a parameter: money in yuan, a share in per cent, a choice, a table. Emptied means: not set. */
export function ValueInput({ parameter, value, onChange }: Props) {
  const words = useWords().policy;
  const { unit } = parameters[parameter];
  const label = words.newValue;
  switch (unit) {
    case 'fen':
      return number(`${label}（${words.units.fen}）`, value, 100, 2, (next) =>
        onChange(next === null ? null : Math.round(next)),
      );
    case 'percent':
      return number(label, value, 0.01, 4, onChange);
    case 'number':
      return number(label, value, 1, 2, onChange);
    case 'flag':
      return (
        <SegmentedControl
          aria-label={label}
          value={value === true ? 'yes' : 'no'}
          data={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          onChange={(chosen) => onChange(chosen === 'yes')}
        />
      );
    case 'tier':
      return (
        <Select
          label={label}
          allowDeselect={false}
          value={String(value)}
          data={tiers.map((tier) => ({ value: tier, label: words.tiers[tier] }))}
          onChange={onChange}
        />
      );
    case 'tiers': {
      const current = value as ByTier;
      return (
        <div className={styles['triple']}>
          {tiers.map((tier) =>
            number(words.tiers[tier], current[tier], 100, 2, (next) =>
              onChange({ ...current, [tier]: next === null ? null : Math.round(next) }),
            ),
          )}
        </div>
      );
    }
    case 'engagements':
      return (
        <Checkbox.Group label={label} value={value as string[]} onChange={onChange}>
          <Group mt="xs">
            {engagements.map((each) => (
              <Checkbox key={each} value={each} label={words.engagements[each]} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case 'brackets':
      return <BracketInput brackets={value as Brackets} onChange={onChange} />;
  }
}

function number(
  text: string,
  stored: unknown,
  factor: number,
  decimals: number,
  change: (next: number | null) => void,
) {
  return (
    <NumberInput
      key={text}
      label={text}
      suffix={factor === 0.01 ? '%' : ''}
      min={0}
      decimalScale={decimals}
      hideControls
      thousandSeparator=","
      value={typeof stored === 'number' ? Number((stored / factor).toFixed(4)) : ''}
      onChange={(typed) => change(scaled(typed, factor))}
    />
  );
}
