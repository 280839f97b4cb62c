import { Button } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceSheet } from '../../shared/attendance/contract.ts';
import { markKeys, marks, signs, type Mark } from '../../shared/attendance/marks.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { placePaste } from '../kit/grid-text.ts';
import { KeysHelp } from '../kit/KeysHelp.tsx';
import { MonthGrid } from '../kit/MonthGrid.tsx';
import { useMonthSelection } from '../kit/use-month-selection.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay, useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CloseLine } from './CloseLine.tsx';
import { attendanceHeads, attendanceRows } from './looks.ts';
import type { Exception } from './exception.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { RecordLine } from './RecordLine.tsx';
import styles from './attendance.module.css';

/** The grid of a month: a letter enters an exception, which asks for its reason. */
export function AttendanceDesk({
  sheet,
  fillButton,
}: {
  readonly sheet: AttendanceSheet;
  readonly fillButton: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().attendance;
  const today = useToday();
  const mayWrite = useMay('attendance.write') && sheet.closed === null;
  const rows = useMemo(() => attendanceRows(sheet, words, today), [sheet, words, today]);
  const heads = useMemo(() => attendanceHeads(words), [words]);
  const selection = useMonthSelection(sheet.people.length, sheet.days.length);
  const [asked, setAsked] = useState<readonly Exception[]>([]);

  const ask = (exceptions: readonly Exception[]) => {
    const changed = exceptions.filter(({ caregiverId, day, mark }) => {
      const [person, column] = [sheet.people.find(({ id }) => id === caregiverId), sheet.days.indexOf(day)];
      return person?.employed[column] && person.records[column]?.mark !== mark;
    });
    if (mayWrite && changed.length > 0) setAsked(changed);
  };
  const put = (mark: Mark) => {
    const { range } = selection.current();
    ask(
      sheet.people
        .slice(range.top, range.bottom + 1)
        .flatMap(({ id }) =>
          sheet.days.slice(range.left, range.right + 1).map((day) => ({ caregiverId: id, day, mark })),
        ),
    );
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const mark = markKeys[event.key.toLowerCase()];
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return false;
    put(mark);
    return true;
  };
  const onPaste = (block: readonly (readonly string[])[]) => {
    const markOf = new Map<string, Mark>(marks.map((mark) => [signs[mark], mark]));
    const { range } = selection.current();
    const placed = placePaste(block, range, { rows: sheet.people.length, columns: sheet.days.length });
    ask(
      placed.flatMap(({ row, column, text }) => {
        const [person, day, mark] = [sheet.people[row], sheet.days[column], markOf.get(text.trim())];
        return person && day && mark ? [{ caregiverId: person.id, day, mark }] : [];
      }),
    );
  };
  return (
    <>
      <CloseLine
        sheet={sheet}
        fillButton={fillButton}
        record={<RecordLine sheet={sheet} selection={selection} />}
      />
      <MonthGrid
        label={t(($) => $.attendance.gridName, { month: monthText(sheet.month, language) })}
        nameHead={words.name}
        days={sheet.days}
        holidays={sheet.holidays}
        rows={rows}
        totalHeads={heads}
        height="calc(100vh - 14.25rem)"
        selection={selection}
        onKey={onKey}
        onPaste={onPaste}
      />
      {mayWrite && (
        <div className={styles['below']}>
          <div className={styles['keys']}>
            {marks.map((mark) => (
              <Button key={mark} size="compact-sm" variant="default" onClick={() => put(mark)}>
                {signs[mark]} {words.marks[mark]}
              </Button>
            ))}
          </div>
          <KeysHelp text={words.keys} />
        </div>
      )}
      <ReasonForm exceptions={asked} close={() => setAsked([])} />
    </>
  );
}
