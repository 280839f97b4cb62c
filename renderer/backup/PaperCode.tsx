import { Textarea } from '@mantine/core';
import { useWords } from '../lib/words.ts';

type Props = { readonly value: string; readonly change: (value: string) => void };

/** The recovery code as it is typed from the paper, four lines of it. */
export function PaperCode({ value, change }: Props) {
  const words = useWords().backup;
  return (
    <Textarea
      label={words.code}
      description={words.codeHint}
      rows={4}
      maxLength={400}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
