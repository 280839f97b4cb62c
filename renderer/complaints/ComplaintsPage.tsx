import { Button } from '@mantine/core';
import IconMessageReport from '@tabler/icons-react/dist/esm/icons/IconMessageReport.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { requests } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { useComplaintColumns, useOwnColumns } from './columns.tsx';
import styles from './complaints.module.css';
import { FetchLetter } from './FetchLetter.tsx';

/** Complaints: all of them for the director, one's own for everybody else. */
export function ComplaintsPage() {
  const texts = useWords().complaints;
  const [, go] = useLocation();
  const mayHandle = useMay('complaints.handle');
  return (
    <Page
      title={texts.title}
      acts={
        <Button leftSection={<IconPlus size="1.125rem" aria-hidden />} onClick={() => go('/complaints/new')}>
          {texts.record}
        </Button>
      }
    >
      <div className={styles['tools']}>
        <p className={styles['intro']}>{texts.intro}</p>
        <FetchLetter />
      </div>
      {mayHandle ? <AllComplaints /> : <OwnComplaints />}
    </Page>
  );
}

function AllComplaints() {
  const texts = useWords().complaints;
  const [, go] = useLocation();
  const columns = useComplaintColumns();
  const list = useQuery(requests.complaints.list.queryOptions({ input: {} }));
  return (
    <Answer query={list}>
      {(rows) => (
        <DataTable
          label={texts.title}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => go(`/complaints/${id}`)}
          empty={<EmptyState icon={IconMessageReport} title={texts.empty} hint={texts.emptyHint} />}
          height="calc(100% - 6.5rem)"
        />
      )}
    </Answer>
  );
}

function OwnComplaints() {
  const texts = useWords().complaints;
  const [, go] = useLocation();
  const columns = useOwnColumns();
  const list = useQuery(requests.complaints.mine.queryOptions({ input: {} }));
  return (
    <Answer query={list}>
      {(rows) => (
        <DataTable
          label={texts.mine}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => go(`/complaints/${id}`)}
          empty={<EmptyState icon={IconMessageReport} title={texts.emptyMine} hint={texts.emptyHint} />}
          height="calc(100% - 6.5rem)"
        />
      )}
    </Answer>
  );
}
