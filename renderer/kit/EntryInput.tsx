import { useEffect, useRef, type ClipboardEvent } from 'react';
import { pressKey } from './entry-keys.ts';
import type { EntryColumn } from './entry.ts';
import styles from './EntryGrid.module.css';
import type { Entry } from './use-entry.ts';

type Props<Row> = {
  readonly entry: Entry;
  readonly column: EntryColumn<Row>;
  readonly text: string;
  readonly name: string;
  readonly state: string | undefined;
  readonly noteId: string;
  readonly locked: boolean;
  readonly size: { readonly rows: number; readonly columns: number };
};

/**
 * The field of the current cell. It is there, unseen, before anything is typed, so that a Chinese input method finds it:
 * its whole text is selected, and the first sign replaces it.
 */
export function EntryInput<Row>({ entry, column, text, name, state, noteId, locked, size }: Props<Row>) {
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const open = entry.mode !== 'ready';
  const chooses = column.kind === 'choice' && open;
  useEffect(() => {
    if (!open && document.activeElement === field.current) field.current?.select?.();
  }, [open, text]);
  useEffect(() => {
    if (chooses) field.current?.focus();
  }, [chooses]);

  const copy = (event: ClipboardEvent, cut: boolean) => {
    if (open) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', entry.copied());
    if (cut) entry.empty();
  };
  const shared = {
    ref: field,
    'data-entry': `${entry.spot.row} ${entry.spot.column}`,
    'data-open': open,
    'aria-label': state ? `${name} (${state})` : name,
    'aria-describedby': noteId,
    className: styles['field'],
    onBlur: entry.commit,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (!pressKey(event, entry, size)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };

  if (chooses) {
    return (
      <select {...shared} value={entry.draft} onChange={(event) => entry.take(event.currentTarget.value)}>
        {['', ...(column.choices ?? [])].map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      value={open ? entry.draft : text}
      readOnly={locked}
      inputMode={column.kind === 'number' ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      data-align={column.align}
      onFocus={(event) => {
        if (!open) event.currentTarget.select();
      }}
      onChange={(event) => entry.type(event.currentTarget.value)}
      onCopy={(event) => copy(event, false)}
      onCut={(event) => copy(event, true)}
      onPaste={(event) => {
        if (open) return;
        event.preventDefault();
        entry.paste(event.clipboardData.getData('text/plain'));
      }}
    />
  );
}
