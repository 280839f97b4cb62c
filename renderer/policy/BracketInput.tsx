import { NumberInput } from '@mantine/core';
import type { Brackets } from '../../shared/policy/parameters.ts';
import { useWords } from '../lib/words.ts';
import styles from './policy.module.css';

type Props = { readonly brackets: Brackets; readonly onChange: (brackets: Brackets) => void };

/** A tax table to be typed over; the number of steps stays, the last one has no limit. */
export function BracketInput({ brackets, onChange }: Props) {
  const words = useWords().policy;
  const steps = brackets.map((step, at) => ({ ...step, at }));
  const set = (at: number, change: Partial<Brackets[number]>) =>
    onChange(brackets.map((step, index) => (index === at ? { ...step, ...change } : step)));
  return (
    <table className={styles['brackets']}>
      <thead>
        <tr>
          <th scope="col">{words.upTo}</th>
          <th scope="col">{words.rate}</th>
          <th scope="col">{words.quick}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ at, ...step }) => (
          <tr key={at}>
            <td>
              {step.upTo === null
                ? words.noLimit
                : number(`${words.upTo} ${at + 1}`, step.upTo / 100, (next) =>
                    set(at, { upTo: Math.round(next * 100) }),
                  )}
            </td>
            <td>
              {number(`${words.rate} ${at + 1}`, Number((step.rate * 100).toFixed(4)), (next) =>
                set(at, { rate: Math.round(next * 1e4) / 1e6 }),
              )}
            </td>
            <td>
              {number(`${words.quick} ${at + 1}`, step.quick / 100, (next) =>
                set(at, { quick: Math.round(next * 100) }),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function number(text: string, value: number, change: (next: number) => void) {
  return (
    <NumberInput
      aria-label={text}
      size="xs"
      min={0}
      decimalScale={2}
      hideControls
      thousandSeparator=","
      value={value}
      onChange={(typed) => change(Number(typed) || 0)}
    />
  );
}
