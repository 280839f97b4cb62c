import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { GiveBed } from '../beds/GiveBed.tsx';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CorrectResident } from './CorrectResident.tsx';
import { DischargeResident } from './DischargeResident.tsx';
import { ReadmitResident } from './ReadmitResident.tsx';

type Act = 'correct' | 'bed' | 'discharge' | 'readmit';

/** What the director may do with a file. */
export function ResidentActs({ file }: { readonly file: ResidentFile }) {
  const words = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  if (!useMay('residents.write')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAct('correct')}>
        {words.residents.correct}
      </Button>
      {file.leftOn === null ? (
        <>
          <Button variant="default" onClick={() => setAct('bed')}>
            {file.bed === null ? words.beds.give : words.beds.move}
          </Button>
          <Button variant="outline" color="brick" onClick={() => setAct('discharge')}>
            {words.residents.discharge}
          </Button>
        </>
      ) : (
        <Button onClick={() => setAct('readmit')}>{words.residents.readmit}</Button>
      )}
      {act === 'correct' && <CorrectResident file={file} close={close} />}
      {act === 'bed' && <GiveBed residentId={file.id} close={close} />}
      {act === 'discharge' && <DischargeResident file={file} close={close} />}
      {act === 'readmit' && <ReadmitResident file={file} close={close} />}
    </>
  );
}
