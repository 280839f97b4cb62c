import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Column } from '../kit/table.ts';
import { instantText } from '../checkups/instant-text.ts';

type Count = { readonly imported: number; readonly provisional: number };
export type ImportRow = {
  readonly id: string;
  readonly fileName: string;
  readonly at: string;
  readonly by: string;
  readonly counts: Readonly<
    Record<'residents' | 'caregivers' | 'devices' | 'attendance' | 'checkups', Count>
  >;
};

/** The columns of the list of earlier imports: when, what, by whom, how much came in. */
export function importColumns(words: Words<Messages>, language: Language): readonly Column<ImportRow>[] {
  const { report, kinds } = words.ledger;
  const added = (kind: keyof ImportRow['counts'], width = 88): Column<ImportRow> => ({
    key: kind,
    title: kinds[kind],
    width,
    align: 'end',
    value: ({ counts }) => counts[kind].imported + counts[kind].provisional,
  });
  return [
    {
      key: 'at',
      title: report.at,
      width: 176,
      value: ({ at }) => at,
      cell: ({ at }) => instantText(at, language),
    },
    { key: 'fileName', title: report.file, value: ({ fileName }) => fileName },
    { key: 'by', title: report.by, width: 112, value: ({ by }) => by },
    added('residents'),
    added('caregivers'),
    added('devices'),
    added('attendance'),
    added('checkups'),
  ];
}
