import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../lib/words.ts';
import { Doorway } from './Doorway.tsx';
import styles from './Doorway.module.css';

/** The copy of the file of keys stands in for it; nobody need do anything. */
export function KeyringCopyNotice() {
  return (
    <Alert color="persimmon" role="alert" mb="md">
      {useWords().keys.keyringCopy}
    </Alert>
  );
}

/** In place of the sign-in: without its keys no password opens the data, and only a backup helps. */
export function KeyringLost({ restore }: { readonly restore: () => void }) {
  const { t } = useTranslation();
  const words = useWords().keys;
  return (
    <Doorway title={words.keyringLostTitle}>
      <Alert color="brick" role="alert">
        {words.keyringLost}
      </Alert>
      <div className={styles['acts']}>
        <Button onClick={restore}>{t(($) => $.people.signIn.restore)}</Button>
      </div>
    </Doorway>
  );
}
