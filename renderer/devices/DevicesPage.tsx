import { Button } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconWheelchair from '@tabler/icons-react/dist/esm/icons/IconWheelchair.mjs';
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
import { ImportLink } from '../residents/ImportLink.tsx';
import styles from '../residents/residents.module.css';
import { AddDevice } from './AddDevice.tsx';
import { deviceColumns } from './device-columns.tsx';
import { DevicePanel } from './DevicePanel.tsx';

/** The register of assistive devices: what there is, where it came from, who has it, in which condition. */
export function DevicesPage() {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.devices;
  const language = useLanguage();
  const mayWrite = useMay('devices.write');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const list = useQuery(
    requests.devices.list.queryOptions({ input: { search }, placeholderData: keepPreviousData }),
  );
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, { open: startAdding, close: stopAdding }] = useDisclosure(false);
  const add = (
    <Button leftSection={<IconPlus size="1.125rem" aria-hidden />} onClick={startAdding}>
      {texts.add}
    </Button>
  );
  const empty =
    search === '' ? (
      <EmptyState
        icon={IconWheelchair}
        title={texts.empty}
        hint={texts.emptyHint}
        action={mayWrite && <ImportLink />}
      />
    ) : (
      <EmptyState
        icon={IconSearch}
        title={t(($) => $.devices.nothingFound, { text: search })}
        hint={texts.nothingFoundHint}
      />
    );
  return (
    <Page title={texts.title} acts={mayWrite && add}>
      <div className={styles['tools']}>
        <SearchBox label={texts.search} value={typed} onChange={setTyped} />
      </div>
      <Answer query={list}>
        {(rows) => (
          <DataTable
            label={texts.title}
            rows={rows}
            columns={deviceColumns(words, language)}
            rowKey={({ id }) => id}
            openKey={openId}
            onOpen={({ id }) => setOpenId(id)}
            empty={empty}
            height="calc(100% - 6.5rem)"
          />
        )}
      </Answer>
      <DevicePanel id={openId} close={() => setOpenId(null)} />
      {adding && <AddDevice close={stopAdding} />}
    </Page>
  );
}
