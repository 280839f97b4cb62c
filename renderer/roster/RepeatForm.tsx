import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../../shared/roster/model.ts';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import { useSelected, type MonthSelection } from '../kit/use-month-selection.ts';
import { useWords } from '../lib/words.ts';
import { readPattern } from './cell-text.ts';
import styles from './roster.module.css';

type Props = {
  readonly shifts: readonly HouseShift[];
  readonly selection: MonthSelection;
  readonly onRepeat: (pattern: readonly Cell[], stagger: number) => void;
  readonly close: () => void;
};

/** A rotation that is repeated along the selected rows. */
export function RepeatForm({ shifts, selection, onRepeat, close }: Props) {
  const { t } = useTranslation();
  const words = useWords().rosterGrid;
  const [text, setText] = useState('');
  const [stagger, setStagger] = useState(1);
  const { range } = useSelected(selection);
  const pattern = readPattern(text, shifts);
  const count = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  const example = [...shifts.flatMap(({ code }) => [code, code]).slice(0, 4), '..'].join('');
  const isReady = 'cells' in pattern && pattern.cells.length > 0;
  return (
    <Modal
      opened
      onClose={close}
      title={words.repeatTitle}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          onRepeat(pattern.cells, stagger);
          close();
        }}
      >
        <TextInput
          data-autofocus
          label={words.repeatPattern}
          description={t(($) => $.rosterGrid.repeatHint, { example })}
          maxLength={62}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={'unknown' in pattern && t(($) => $.rosterGrid.repeatUnknown, { sign: pattern.unknown })}
        />
        <NumberInput
          mt="sm"
          label={words.repeatStagger}
          min={0}
          max={31}
          allowDecimal={false}
          value={stagger}
          onChange={(value) => setStagger(Number(value) || 0)}
        />
        <p className={styles['hint']}>{words.repeatSpared}</p>
        <Button type="submit" disabled={!isReady}>
          {t(($) => $.rosterGrid.repeatFill, { count })}
        </Button>
      </form>
    </Modal>
  );
}
