import { Alert } from '@mantine/core';
import IconFileUpload from '@tabler/icons-react/dist/esm/icons/IconFileUpload.mjs';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LARGEST_UPLOAD, type FileContent } from '../../shared/contract/file.ts';
import { fileContent } from '../lib/bytes.ts';
import styles from './kit.module.css';

type Props = {
  readonly label: string;
  /** Endings that are taken, with the dot: `['.xls', '.xlsx', '.csv']`. */
  readonly kinds: readonly string[];
  readonly onPick: (file: FileContent) => void;
};

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

/** Takes one file from the disk, by click or drop, within the size that a request may carry. */
export function FilePick({ label, kinds, onPick }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setChosen(null);
    const name = file.name;
    if (!kinds.some((kind) => name.toLowerCase().endsWith(kind))) {
      setRefusal(t(($) => $.kit.fileWrongKind, { name, kinds: kinds.join(' ') }));
      return;
    }
    if (file.size > LARGEST_UPLOAD) {
      const sizes = { size: megabytes(file.size), limit: megabytes(LARGEST_UPLOAD) };
      setRefusal(t(($) => $.kit.fileTooLarge, { name, ...sizes }));
      return;
    }
    try {
      const content = await fileContent(file);
      setRefusal(null);
      setChosen(file);
      onPick(content);
    } catch {
      setRefusal(t(($) => $.kit.fileUnreadable, { name }));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={kinds.join(',')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        className={styles['pick']}
        data-over={over}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size="1.75rem" stroke={1.4} aria-hidden />
        <strong>{label}</strong>
        <span className={styles['pickHint']}>
          {chosen
            ? t(($) => $.kit.chosen, { name: chosen.name, size: Math.ceil(chosen.size / 1024) })
            : `${t(($) => $.kit.chooseOrDrop)} (${kinds.join(' ')})`}
        </span>
      </button>
      {refusal && (
        <Alert mt="sm" color="brick" role="alert">
          {refusal}
        </Alert>
      )}
    </div>
  );
}
