import { Button, Modal } from '@mantine/core';
import type { FileContent } from '../../shared/contract/file.ts';
import { saveFile } from '../lib/bytes.ts';
import { useWords } from '../lib/words.ts';
import styles from './complaints.module.css';

type Props = { readonly letter: { number: string; file: FileContent }; readonly close: () => void };

/** The letter that was just sealed: it is taken out of the house now, and its number is the only way to take it out again. */
export function SealedLetter({ letter: { number, file }, close }: Props) {
  const words = useWords().complaints.sealed;
  return (
    <Modal
      opened
      onClose={close}
      size="34rem"
      title={words.title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={styles['stack']}>
        <div>
          <p className={styles['quiet']}>{words.number}</p>
          <p className={styles['number']}>{number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}</p>
        </div>
        <p>{words.what}</p>
        <p>{words.keep}</p>
        <div className={styles['acts']}>
          <Button data-autofocus onClick={() => saveFile(file)}>
            {words.save}
          </Button>
          <Button variant="default" onClick={close}>
            {words.done}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
