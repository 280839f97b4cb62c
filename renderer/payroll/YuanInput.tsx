import { NumberInput, type NumberInputProps } from '@mantine/core';

type Props = Omit<NumberInputProps, 'value' | 'onChange'> & {
  /** Whole fen; null when nothing is written. */
  readonly fen: number | null;
  readonly onFen: (fen: number | null) => void;
};

/** An amount typed in yuan and held in fen. */
export function YuanInput({ fen, onFen, ...rest }: Props) {
  return (
    <NumberInput
      min={0}
      max={10_000_000}
      decimalScale={2}
      hideControls
      thousandSeparator=","
      {...rest}
      value={fen === null ? '' : fen / 100}
      onChange={(typed) => onFen(typed === '' ? null : Math.round(Number(typed) * 100))}
    />
  );
}
