import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { sheetKinds } from '../../shared/ledger/kinds.ts';
import type { LedgerReport } from '../../shared/ledger/report.ts';
import { instantText } from '../checkups/instant-text.ts';
import { FileDownload } from '../kit/FileDownload.tsx';
import { Page } from '../kit/Page.tsx';
import { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { CountTable } from './CountTable.tsx';
import { FaultTable } from './FaultTable.tsx';
import styles from './ledger.module.css';
import { MendTable } from './MendTable.tsx';

type Props = { readonly of: string; readonly report: LedgerReport; readonly onLeave: () => void };

/** What became of an import, cell by cell where a cell was doubted or read beyond its letter. */
export function ReportView({ of, report, onLeave }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, go] = useLocation();
  const total = (part: 'imported' | 'provisional' | 'leftOut') =>
    sheetKinds.reduce((sum, kind) => sum + report.counts[kind][part], 0);
  const [added, provisional, leftOut] = [
    total('imported') + total('provisional'),
    total('provisional'),
    total('leftOut'),
  ];
  return (
    <Page
      title={t(($) => (added === 0 ? $.ledger.title : $.ledger.done))}
      note={`${report.fileName} · ${report.by} · ${instantText(report.at, language)}`}
      acts={
        <>
          <FileDownload
            label={t(($) => $.ledger.downloadReport)}
            load={() => api.ledger.reportFile({ of, language })}
          />
          <Button variant="default" onClick={onLeave}>
            {t(($) => $.ledger.chooseAnother)}
          </Button>
          <Button onClick={() => go('/residents')}>{t(($) => $.ledger.openResidents)}</Button>
        </>
      }
    >
      <div className={styles['preview']}>
        <Alert color={added === 0 ? 'slate' : 'pine'} role="status">
          {added === 0 ? (
            t(($) => $.ledger.allKnown)
          ) : (
            <>
              {t(($) => $.ledger.doneCount, { count: added })}
              {provisional > 0 && ` ${t(($) => $.ledger.provisionalCount, { count: provisional })}`}
              {leftOut > 0 && ` ${t(($) => $.ledger.leftOutCount, { count: leftOut })}`}
            </>
          )}
        </Alert>
        <CountTable counts={report.counts} />
        {report.faults.length > 0 && (
          <section aria-labelledby="report-faults">
            <h2 id="report-faults" className={styles['heading']}>
              {t(($) => $.ledger.doubts)}
            </h2>
            <FaultTable faults={report.faults} />
          </section>
        )}
        {report.mends.length > 0 && (
          <section aria-labelledby="report-mends">
            <h2 id="report-mends" className={styles['heading']}>
              {t(($) => $.ledger.mendsTab)}
            </h2>
            <MendTable mends={report.mends} />
          </section>
        )}
      </div>
    </Page>
  );
}
