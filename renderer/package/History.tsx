import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { inGroups } from '../../shared/package/bytes.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import type { Column } from '../kit/table.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { builtText } from './built-text.ts';
import { PackageDrawer } from './PackageDrawer.tsx';
import { ReceiptBadge } from './ReceiptState.tsx';
import styles from './package.module.css';
import type { BuiltPackage } from './paths.ts';

/** The beginning of the check code: enough to tell packages apart at a glance. */
const beginningOfHash = ({ hash }: BuiltPackage) => (
  <code className={styles['code']}>{inGroups(hash.slice(0, 16))} …</code>
);

/** How many packages still lack the county's receipt. */
function Awaited({ count }: { readonly count: number }) {
  const texts = useWords().packageLife.chain;
  return count > 0 ? <p className={styles['quiet']}>{fill(texts.awaited, { count })}</p> : null;
}

/** Every package that was built, newest first; one opens to its whole check code, its contents and its file. */
export function History() {
  const { packages: words, packageLife: life } = useWords();
  const language = useLanguage();
  const list = useQuery(requests.package.list.queryOptions({ input: {} }));
  const [openId, setOpenId] = useState<string | null>(null);
  const columns: readonly Column<BuiltPackage>[] = [
    {
      key: 'number',
      title: words.columns.number,
      width: 72,
      value: ({ epoch, seq }) => fill(words.number, { epoch, seq }),
    },
    {
      key: 'period',
      title: words.columns.period,
      width: 136,
      value: ({ period }) => period,
      cell: ({ period }) => monthText(month(period), language),
    },
    {
      key: 'receipt',
      title: life.receipt.title,
      width: 152,
      value: ({ receipt: { fate } }) => life.receipt.fates[fate],
      cell: ({ receipt }) => <ReceiptBadge receipt={receipt} />,
    },
    { key: 'kind', title: words.columns.kind, width: 136, value: ({ kind }) => words.kinds[kind] },
    {
      key: 'hash',
      title: words.columns.hash,
      value: ({ hash }) => inGroups(hash),
      cell: beginningOfHash,
    },
    {
      key: 'size',
      title: words.columns.size,
      width: 84,
      align: 'end',
      value: ({ size }) => size,
      cell: ({ size }) => fill(words.sizeValue, { count: Math.ceil(size / 1024) }),
    },
    {
      key: 'builtAt',
      title: words.columns.builtAt,
      width: 216,
      value: ({ builtAt }) => builtAt,
      cell: ({ builtAt }) => builtText(builtAt, language),
    },
    { key: 'builtBy', title: words.columns.builtBy, width: 96, value: ({ builtBy }) => builtBy },
  ];
  return (
    <Answer query={list}>
      {(rows) => (
        <>
          <h2 className={styles['heading']}>{words.history}</h2>
          <Awaited count={rows.filter(({ receipt: { fate } }) => fate === 'awaited').length} />
          <DataTable
            label={words.history}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            openKey={openId}
            onOpen={({ id }) => setOpenId(id)}
            height="18rem"
            empty={<EmptyState icon={IconPackage} title={words.noneTitle} hint={words.none} />}
          />
          <PackageDrawer built={rows.find(({ id }) => id === openId) ?? null} close={() => setOpenId(null)} />
        </>
      )}
    </Answer>
  );
}
