import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { ShownParameter, ShownParameterRow } from '../../shared/policy/contract.ts';
import { parameters, type Brackets } from '../../shared/policy/parameters.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { BracketTable } from './BracketTable.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import styles from './policy.module.css';
import { statusTones } from './status-tone.ts';
import { valueText } from './value-text.ts';

type Props = { readonly parameter: ShownParameter | null; readonly onClose: () => void };

/** One parameter at the side: all its values with day, status and source; the director adds a row. */
export function ParameterDrawer({ parameter, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords().policy;
  const mayWrite = useMay('policy.write');
  const [adding, setAdding] = useState(false);
  const close = () => {
    setAdding(false);
    onClose();
  };
  return (
    <Drawer
      opened={parameter !== null}
      onClose={close}
      position="right"
      size="30rem"
      title={parameter ? words.keys[parameter.key] : ''}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {parameter && adding && (
        <ParameterForm key={parameter.key} parameter={parameter} onDone={() => setAdding(false)} />
      )}
      {parameter && !adding && (
        <div className={styles['column']}>
          <ul className={styles['rows']} aria-label={words.history}>
            {parameter.rows.map((row) => (
              <ParameterLine key={row.id} parameter={parameter} row={row} />
            ))}
          </ul>
          {mayWrite && (
            <div className={styles['acts']}>
              <Button onClick={() => setAdding(true)}>{words.add}</Button>
            </div>
          )}
        </div>
      )}
    </Drawer>
  );
}

function ParameterLine({
  parameter,
  row,
}: {
  readonly parameter: ShownParameter;
  readonly row: ShownParameterRow;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().policy;
  const isTable = parameters[parameter.key].unit === 'brackets';
  return (
    <li>
      <div className={styles['line']}>
        {!isTable && <strong>{valueText(parameter.key, row.value, words)}</strong>}
        <span>{t(($) => $.payroll.since, { day: dayText(row.effectiveFrom, language) })}</span>
        <StatusBadge tone={statusTones[row.status]}>{words.statuses[row.status]}</StatusBadge>
      </div>
      {isTable && <BracketTable brackets={row.value as Brackets} />}
      <p className={styles['quiet']}>
        {words.statusHints[row.status]} {row.source}
      </p>
      <p className={styles['quiet']}>
        {words.recorded} {row.recordedBy} {dayText(dayAt(Date.parse(row.recordedAt)), language)}
      </p>
    </li>
  );
}
