import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../lib/words.ts';
import styles from './audit.module.css';

type Props = {
  readonly running: boolean;
  readonly refusal: unknown;
  readonly onCheck: (input: { code: string; seq?: number }) => void;
};

/** The number and the code as they stand on the paper. */
export function CodeForm({ running, refusal, onCheck }: Props) {
  const words = useWords().audit.anchors;
  const [seq, setSeq] = useState('');
  const [code, setCode] = useState('');
  const number = Number(seq.normalize('NFKC').replaceAll(/\D/g, ''));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() === '') return;
        onCheck({ code, ...(number > 0 && { seq: number }) });
      }}
    >
      <div className={styles['compare']}>
        <TextInput
          label={words.seq}
          description={words.seqHint}
          inputWrapperOrder={['label', 'input', 'description']}
          inputMode="numeric"
          value={seq}
          onChange={({ currentTarget }) => setSeq(currentTarget.value)}
        />
        <TextInput
          label={words.code}
          size="sm"
          miw="26rem"
          maxLength={80}
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button type="submit" loading={running} disabled={code.trim() === ''}>
          {words.check}
        </Button>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </form>
  );
}
