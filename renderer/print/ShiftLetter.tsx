import type { ShiftMark } from './shift-marks.ts';
import styles from './shift-letter.module.css';

/** A shift as a letter in its form. */
export function ShiftLetter({ code, mark }: { readonly code: string; readonly mark: ShiftMark | undefined }) {
  return (
    <b role="none" className={styles['letter']} data-mark={mark ?? 'plain'}>
      {code}
    </b>
  );
}
