import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { tones, type Backup } from './BackupDrawer.tsx';
import { instantText, sizeText } from './words-of.ts';

/** The list of backups, newest first. */
export function useBackupColumns(): readonly Column<Backup>[] {
  const words = useWords().backup;
  const language = useLanguage();
  return [
    {
      key: 'when',
      title: words.columns.when,
      width: 210,
      value: ({ madeAt }) => madeAt,
      cell: ({ madeAt }) => (madeAt ? instantText(madeAt, language) : words.unknownTime),
    },
    { key: 'place', title: words.columns.place, value: ({ place }) => place },
    {
      key: 'reason',
      title: words.columns.reason,
      width: 130,
      value: ({ reason }) => reason && words.reasons[reason],
    },
    {
      key: 'size',
      title: words.columns.size,
      width: 100,
      align: 'end',
      value: ({ size }) => size,
      cell: ({ size }) => sizeText(size),
    },
    {
      key: 'state',
      title: words.columns.state,
      width: 150,
      value: ({ state }) => words.states[state],
      cell: ({ state }) => <StatusBadge tone={tones[state]}>{words.states[state]}</StatusBadge>,
    },
    {
      key: 'checked',
      title: words.columns.checked,
      width: 210,
      value: ({ checkedAt }) => checkedAt,
      cell: ({ checkedAt }) => (checkedAt ? instantText(checkedAt, language) : null),
    },
  ];
}
