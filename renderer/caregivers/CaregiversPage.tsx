import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaregiverLine } from '../../shared/caregivers/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { SearchBox } from '../kit/SearchBox.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { ImportLink } from '../residents/ImportLink.tsx';
import styles from '../residents/residents.module.css';
import { AddCaregiver } from './AddCaregiver.tsx';
import { caregiverColumns } from './caregiver-columns.tsx';
import { CaregiverPanel } from './CaregiverPanel.tsx';

const presences = ['at-work', 'ended', 'all'] as const;
type Presence = (typeof presences)[number];

/** Everybody employed to care: certificates that run out, ages that matter, whom each answers for. */
export function CaregiversPage() {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const texts = words.caregivers;
  const mayWrite = useMay('caregivers.write');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const [presence, setPresence] = useState<Presence>('at-work');
  const list = useQuery(
    requests.caregivers.list.queryOptions({ input: { search, presence }, placeholderData: keepPreviousData }),
  );
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, { open: startAdding, close: stopAdding }] = useDisclosure(false);
  const empty =
    search !== '' ? (
      <EmptyState
        icon={IconSearch}
        title={t(($) => $.caregivers.nothingFound, { text: search })}
        hint={texts.nothingFoundHint}
      />
    ) : presence === 'ended' ? (
      <EmptyState title={texts.emptyEnded} />
    ) : (
      <EmptyState
        icon={IconHeartHandshake}
        title={texts.empty}
        hint={texts.emptyHint}
        action={mayWrite && <ImportLink />}
      />
    );
  return (
    <Page
      title={texts.title}
      note={presence === 'at-work' && search === '' && list.data && <Counts lines={list.data} />}
      acts={
        mayWrite && (
          <Button leftSection={<IconUserPlus size="1.125rem" aria-hidden />} onClick={startAdding}>
            {texts.add}
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
            columns={caregiverColumns(words, language, t)}
            rowKey={({ id }) => id}
            openKey={openId}
            onOpen={({ id }) => setOpenId(id)}
            empty={empty}
            height="calc(100% - 6.5rem)"
          />
        )}
      </Answer>
      <CaregiverPanel id={openId} close={() => setOpenId(null)} />
      {adding && <AddCaregiver close={stopAdding} />}
    </Page>
  );
}

/** How many there are, and how many certificates ask for attention. */
function Counts({ lines }: { readonly lines: readonly CaregiverLine[] }) {
  const { t } = useTranslation();
  const having = (...states: CaregiverLine['healthCertificate'][]) =>
    lines.filter(({ healthCertificate }) => states.includes(healthCertificate)).length;
  const [expired, due] = [having('expired', 'missing'), having('due')];
  const parts = [
    t(($) => $.caregivers.counts, { count: lines.length }),
    expired + due > 0 ? t(($) => $.caregivers.certificateCounts, { expired, due }) : null,
  ];
  return lines.length === 0 ? null : parts.filter(Boolean).join(' · ');
}
