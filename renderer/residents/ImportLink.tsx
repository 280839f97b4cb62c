import { Button } from '@mantine/core';
import { useWords } from '../lib/words.ts';
import { useMay } from '../lib/session.ts';
import { routes } from '../routes.tsx';
import { useLocation } from 'wouter';
import styles from './residents.module.css';

/** What an empty house does first: bring in the workbook, or admit the first person. */
export function ImportLink({ onAdmit }: { readonly onAdmit?: (() => void) | undefined }) {
  const texts = useWords().residents;
  const mayImport = useMay('ledger.import');
  const [, go] = useLocation();
  const ledger = routes.find(({ needs, group }) => needs === 'ledger.import' && group !== undefined);
  return (
    <div className={styles['acts']}>
      {mayImport && ledger && <Button onClick={() => go(ledger.path)}>{texts.import}</Button>}
      {onAdmit && (
        <Button variant="default" onClick={onAdmit}>
          {texts.admit}
        </Button>
      )}
    </div>
  );
}
