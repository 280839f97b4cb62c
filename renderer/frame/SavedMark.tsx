import { useTranslation } from 'react-i18next';
import { useSavedState } from '../lib/saved-state.ts';
import styles from './Frame.module.css';

/** By the clock of the house, as every other time on the page, whatever zone the PC is set to. */
const clock = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);

/** Whether what was entered last is safe. */
export function SavedMark() {
  const { t } = useTranslation();
  const state = useSavedState();
  const text = {
    untouched: () => t(($) => $.frame.nothingToSave),
    saving: () => t(($) => $.frame.saving),
    saved: () => t(($) => $.frame.saved, { time: state.stage === 'saved' ? clock(state.at) : '' }),
  }[state.stage]();
  return (
    <span className={styles['saved']} data-stage={state.stage} role="status">
      {text}
    </span>
  );
}
