import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FileContent } from '../../shared/contract/file.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { FilePick } from '../kit/FilePick.tsx';
import { Panel } from '../kit/Panel.tsx';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useJob } from '../lib/job.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { importColumns } from './import-columns.ts';
import styles from './ledger.module.css';

type Props = { readonly onOpen: (preview: string) => void; readonly onReport: (of: string) => void };

/** Where it begins: the file, and what was imported before. */
export function ChooseLedger({ onOpen, onReport }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const [job, nextJob] = useJob();
  const imports = useQuery(requests.ledger.imports.queryOptions({ input: {} }));
  // Opening a file changes nothing, so it is no command: the header must not say that something was saved.
  const open = useMutation({
    mutationFn: (file: FileContent) => api.ledger.open({ file, job: nextJob() }),
    onSuccess: ({ id }) => onOpen(id),
  });
  return (
    <div className={styles['choose']}>
      <Panel>
        <p className={styles['intro']}>{t(($) => $.ledger.intro)}</p>
        {open.isPending ? (
          <ProgressWithCancel job={job} label={t(($) => $.ledger.reading)} />
        ) : (
          <FilePick
            label={t(($) => $.ledger.choose)}
            kinds={['.xls', '.xlsx', '.et', '.csv']}
            onPick={(file) => open.mutate(file)}
          />
        )}
        {open.isError && (
          <div className={styles['refusal']}>
            <RefusalNotice refusal={open.error} />
          </div>
        )}
      </Panel>
      <section aria-labelledby="earlier-imports">
        <h2 id="earlier-imports" className={styles['heading']}>
          {t(($) => $.ledger.earlier)}
        </h2>
        <Answer query={imports}>
          {(rows) => (
            <DataTable
              label={t(($) => $.ledger.earlier)}
              rows={rows}
              rowKey={(row) => row.id}
              columns={importColumns(words, language)}
              onOpen={(row) => onReport(row.id)}
              empty={<p className={styles['quiet']}>{t(($) => $.ledger.noEarlier)}</p>}
              height="18rem"
            />
          )}
        </Answer>
      </section>
    </div>
  );
}
