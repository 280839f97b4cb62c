import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { Page } from '../kit/Page.tsx';
import { requests } from '../lib/api.ts';
import { ChooseLedger } from './ChooseLedger.tsx';
import { PreviewView } from './PreviewView.tsx';
import { ReportView } from './ReportView.tsx';

/** Brings in the clerk's workbook: choose it, mend what is in doubt, import it, read what became of it. Each has its address. */
export function LedgerPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [preview, report] = [search.get('preview'), search.get('report')];

  if (preview !== null) {
    return (
      <PreviewAt id={preview} onDone={(of) => setSearch({ report: of })} onLeave={() => setSearch({})} />
    );
  }
  if (report !== null) return <ReportAt of={report} onLeave={() => setSearch({})} />;
  return (
    <Page title={t(($) => $.ledger.title)}>
      <ChooseLedger
        onOpen={(id) => setSearch({ preview: id })}
        onReport={(of) => setSearch({ report: of })}
      />
    </Page>
  );
}

function PreviewAt({
  id,
  onDone,
  onLeave,
}: {
  readonly id: string;
  readonly onDone: (report: string) => void;
  readonly onLeave: () => void;
}) {
  // What was mended lives in the host; the page only shows it.
  const preview = useQuery({ ...requests.ledger.preview.queryOptions({ input: { id } }), retry: false });
  const { t } = useTranslation();
  if (preview.data) return <PreviewView preview={preview.data} onDone={onDone} onLeave={onLeave} />;
  return (
    <Page title={t(($) => $.ledger.title)}>
      <Answer query={preview}>{() => null}</Answer>
    </Page>
  );
}

function ReportAt({ of, onLeave }: { readonly of: string; readonly onLeave: () => void }) {
  const report = useQuery({ ...requests.ledger.report.queryOptions({ input: { of } }), retry: false });
  const { t } = useTranslation();
  if (report.data) return <ReportView of={of} report={report.data} onLeave={onLeave} />;
  return (
    <Page title={t(($) => $.ledger.title)}>
      <Answer query={report}>{() => null}</Answer>
    </Page>
  );
}
