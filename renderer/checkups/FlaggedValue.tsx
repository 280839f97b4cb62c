import styles from './checkups.module.css';

/** A value with what is unusual about it, as sign and word. */
export function FlaggedValue({ text, mark }: { readonly text: string; readonly mark: string }) {
  return (
    <span className={styles['flagged']} data-flagged={mark !== ''}>
      {text}
      {mark && <small>{mark}</small>}
    </span>
  );
}
