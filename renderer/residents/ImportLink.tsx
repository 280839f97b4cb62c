import { Button } from '@mantine/core';
import { useWords } from '../lib/words.ts';
import { useMay } from '../lib/session.ts';
import { useLocation } from 'wouter';
import styles from './residents.module.css';

/** What an empty house does first: bring in the workbook, or admit the first person. */
export function ImportLink({ onAdmit }: { readonly onAdmit?: (() => void) | undefined }) {
  const texts = useWords().residents;
  const mayImport = useMay('ledger.import');
  const [, go] = useLocation();
  return (
    <div className={styles['acts']}>
      {mayImport && <Button onClick={() => go('/ledger')}>{texts.import}</Button>}
      {onAdmit && (
        <Button variant="default" onClick={onAdmit}>
          {texts.admit}
        </Button>
      )}
    </div>
  );
}
