import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { inGroups } from '../../shared/package/bytes.ts';
import { FactList } from '../kit/FactList.tsx';
import { FileDownload } from '../kit/FileDownload.tsx';
import { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { builtText } from './built-text.ts';
import { Contents } from './Contents.tsx';
import styles from './package.module.css';
import type { BuiltPackage } from './paths.ts';
import { ReceiptText } from './ReceiptState.tsx';

type Props = { readonly built: BuiltPackage | null; readonly close: () => void };

/** One package: the whole check code to compare with the county, what it holds, and its file once more. */
export function PackageDrawer({ built, close }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().packages;
  return (
    <Drawer
      opened={built !== null}
      onClose={close}
      title={built?.fileName}
      size="lg"
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {built && (
        <div className={styles['drawer']}>
          <FactList
            facts={[
              {
                label: words.columns.number,
                value: fill(words.number, { epoch: built.epoch, seq: built.seq }),
              },
              { label: words.columns.period, value: monthText(month(built.period), language) },
              { label: words.columns.kind, value: words.kinds[built.kind] },
              { label: words.columns.builtAt, value: builtText(built.builtAt, language) },
              { label: words.columns.builtBy, value: built.builtBy },
            ]}
          />
          <ReceiptText receipt={built.receipt} />
          <section>
            <h3 className={styles['heading']}>{words.hashTitle}</h3>
            <p className={styles['spoken']}>{inGroups(built.hash)}</p>
            <p className={styles['quiet']}>{words.hashExplain}</p>
          </section>
          <Contents counts={built.counts} totals={built.totals} />
          {built.receipt.fate !== 'returned' && built.receipt.fate !== 'void' && (
            <div>
              <FileDownload label={words.download} load={() => api.package.download({ id: built.id })} />
            </div>
          )}
        </div>
      )}
    </Drawer>
  );
}
