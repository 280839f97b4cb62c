import { useTranslation } from 'react-i18next';
import { useSavedState } from '../lib/saved-state.ts';
import styles from './Frame.module.css';

const clock = (at: Date) => `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;

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
