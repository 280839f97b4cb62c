import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { SearchBox } from '../kit/SearchBox.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { AdmitResident } from './AdmitResident.tsx';
import { ImportLink } from './ImportLink.tsx';
import { residentColumns } from './resident-columns.tsx';
import { ResidentPanel } from './ResidentPanel.tsx';
import styles from './residents.module.css';

const presences = ['in-house', 'left', 'all'] as const;
type Presence = (typeof presences)[number];

/** Everybody the centre keeps a file on: searched by name, pinyin, initials, bed or number, filtered by column. */
export function ResidentsPage() {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const texts = words.residents;
  const mayWrite = useMay('residents.write');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const [presence, setPresence] = useState<Presence>('in-house');
  const list = useQuery(
    requests.residents.list.queryOptions({ input: { search, presence }, placeholderData: keepPreviousData }),
  );
  const [openId, setOpenId] = useState<string | null>(null);
  const [admitting, { open: startAdmitting, close: stopAdmitting }] = useDisclosure(false);

  const counts = () => {
    const rows = list.data?.filter(({ leftOn }) => leftOn === null) ?? [];
    const registered = rows.filter(({ standing }) => standing === 'registered').length;
    return { inHouse: rows.length, registered, provisional: rows.length - registered };
  };
  const nothingYet = search === '' && list.data?.length === 0;
  const empty =
    search !== '' ? (
      <EmptyState
        icon={IconSearch}
        title={t(($) => $.residents.nothingFound, { text: search })}
        hint={texts.nothingFoundHint}
      />
    ) : presence === 'left' ? (
      <EmptyState title={texts.emptyLeft} />
    ) : (
      <EmptyState
        icon={IconUsers}
        title={texts.empty}
        hint={texts.emptyHint}
        action={<ImportLink onAdmit={mayWrite ? startAdmitting : undefined} />}
      />
    );

  return (
    <Page
      title={texts.title}
      note={presence === 'in-house' && search === '' && !nothingYet && t(($) => $.residents.counts, counts())}
      acts={
        mayWrite && (
          <Button leftSection={<IconUserPlus size="1.125rem" aria-hidden />} onClick={startAdmitting}>
            {texts.admit}
          </Button>
        )
      }
    >
      <div className={styles['tools']}>
        <SearchBox label={texts.search} value={typed} onChange={setTyped} />
        <SegmentedControl
          aria-label={texts.presenceLabel}
          value={presence}
          onChange={(value) => setPresence(value as Presence)}
          data={presences.map((value) => ({ value, label: texts.presence[value] }))}
        />
      </div>
      <Answer query={list}>
        {(rows) => (
          <DataTable
            label={texts.title}
            rows={rows}
            columns={residentColumns(rows, words, language, presence !== 'in-house')}
            rowKey={({ id }) => id}
            openKey={openId}
            onOpen={({ id }) => setOpenId(id)}
            empty={empty}
            height="calc(100% - 6.5rem)"
          />
        )}
      </Answer>
      <ResidentPanel id={openId} close={() => setOpenId(null)} />
      {admitting && <AdmitResident close={stopAdmitting} />}
    </Page>
  );
}
