import { Alert, Button, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerPreview } from '../../shared/ledger/contract.ts';
import { isMonth } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { Page } from '../kit/Page.tsx';
import { useLanguage } from '../lib/language.ts';
import { CommitBar } from './CommitBar.tsx';
import { CountStrip } from './CountStrip.tsx';
import { DoubtList } from './DoubtList.tsx';
import styles from './ledger.module.css';
import { MendTable } from './MendTable.tsx';
import { SheetView } from './SheetView.tsx';
import { useChanges } from './use-changes.ts';

type Props = {
  readonly preview: LedgerPreview;
  readonly onDone: (report: string) => void;
  readonly onLeave: () => void;
};

/** What was understood of the workbook, to be mended before it comes in. */
export function PreviewView({ preview, onDone, onLeave }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change, changing } = useChanges(preview);
  const [tab, setTab] = useState<string | null>('doubts');
  const month = preview.month !== null && isMonth(preview.month) ? monthText(preview.month, language) : null;
  const waiting = preview.faults.filter(({ state }) => state === 'doubtful').length;

  return (
    <Page
      title={t(($) => $.ledger.title)}
      note={`${preview.fileName} · ${month ?? t(($) => $.ledger.monthUnknown)}`}
      acts={
        <Button variant="default" onClick={onLeave}>
          {t(($) => $.ledger.chooseAnother)}
        </Button>
      }
    >
      <div className={styles['workspace']}>
        <CountStrip counts={preview.counts} />
        {preview.ignored.length + preview.notices.length > 0 && (
          <Alert color="slate">
            <div className={styles['ignored']}>
              {preview.notices.map((notice) => (
                <span key={notice}>{t(($) => $.ledger.notices[notice])}</span>
              ))}
              {preview.ignored.map(({ name, why }) => (
                <span key={name}>
                  {t(($) => $.ledger.withNote, {
                    text: t(($) => $.ledger.ignoredSheets, { names: name }),
                    note: t(($) => $.ledger.ignored[why]),
                  })}
                  {why === 'hidden' && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => change([{ what: 'sheet', sheet: name, use: 'read' }])}
                    >
                      {t(($) => $.ledger.readSheet)}
                    </Button>
                  )}
                </span>
              ))}
            </div>
          </Alert>
        )}
        <Tabs value={tab} onChange={setTab} keepMounted={false} className={styles['tabs'] ?? ''}>
          <Tabs.List>
            <Tabs.Tab value="doubts">{`${t(($) => $.ledger.doubts)} ${waiting}`}</Tabs.Tab>
            {preview.sheets.map(({ name, rows }, index) => (
              <Tabs.Tab key={name} value={`sheet-${index}`}>{`${name} ${rows.length}`}</Tabs.Tab>
            ))}
            <Tabs.Tab value="mends">{`${t(($) => $.ledger.mendsTab)} ${preview.mends.length}`}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="doubts" className={`${styles['tab']} ${styles['scrolls']}`}>
            <DoubtList preview={preview} change={change} changing={changing} />
          </Tabs.Panel>
          {preview.sheets.map((sheet, index) => (
            <Tabs.Panel key={sheet.name} value={`sheet-${index}`} className={styles['tab'] ?? ''}>
              <SheetView sheet={sheet} faults={preview.faults} change={change} />
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="mends" className={styles['tab'] ?? ''}>
            <div className={styles['mends']}>
              <p className={styles['quiet']}>{t(($) => $.ledger.mendsHint)}</p>
              <div>
                <MendTable mends={preview.mends} height="100%" />
              </div>
            </div>
          </Tabs.Panel>
        </Tabs>
        <CommitBar preview={preview} onDone={onDone} />
      </div>
    </Page>
  );
}
