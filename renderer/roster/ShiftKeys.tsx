import { Button } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import { useTranslation } from 'react-i18next';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import type { Cell } from '../../shared/roster/model.ts';
import { useLanguage } from '../lib/language.ts';
import { shiftName } from './looks.ts';
import styles from './roster.module.css';

type Props = {
  readonly shifts: readonly HouseShift[];
  readonly onShift: (shift: Cell) => void;
  readonly onLock: () => void;
  readonly onRepeat: () => void;
};

/** The letters as buttons, for the mouse: they act on the selected cells. */
export function ShiftKeys({ shifts, onShift, onLock, onRepeat }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles['shiftKeys']}>
      {shifts.map((shift) => (
        <Button key={shift.code} size="compact-sm" variant="default" onClick={() => onShift(shift.code)}>
          {shift.code} {shiftName(shift, language)}
        </Button>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => onShift(null)}>
        {t(($) => $.roster.restWord)}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRepeat size="0.9rem" aria-hidden />}
        onClick={onRepeat}
      >
        {t(($) => $.rosterGrid.repeat)}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconLock size="0.9rem" aria-hidden />}
        onClick={onLock}
      >
        {t(($) => $.roster.lock)}
      </Button>
    </div>
  );
}
