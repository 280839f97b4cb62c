import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconPencilPlus from '@tabler/icons-react/dist/esm/icons/IconPencilPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { BesideRoster } from './BesideRoster.tsx';
import { useMonthOfAddress } from './month-of-address.ts';
import { RequestsAsk } from './RequestsAsk.tsx';
import { RequestsList } from './RequestsList.tsx';
import { RequestsPanel } from './RequestsPanel.tsx';
import { SwapPanel } from './SwapPanel.tsx';

/** What caregivers ask for in a month, and their swaps: the next month, unless the address names another. */
export function RequestsPage() {
  const texts = useWords().rosterRequests;
  const mayWrite = useMay('roster.write');
  const [search, setSearch] = useSearchParams();
  const month = useMonthOfAddress();
  const view = search.get('view') === 'swaps' ? 'swaps' : 'wishes';
  const list = useQuery(requests.roster.requests.list.queryOptions({ input: { month } }));
  const [openId, setOpenId] = useState<string | null>(null);
  const [asking, { open: startAsking, close: stopAsking }] = useDisclosure(false);
  const show = (next: { month?: Month; view?: string }) => {
    setOpenId(null);
    setSearch({ month: next.month ?? month, view: next.view ?? view });
  };
  return (
    <BesideRoster
      title={texts.title}
      month={month}
      onMonth={(next) => show({ month: next })}
      acts={
        mayWrite &&
        view === 'wishes' && (
          <Button leftSection={<IconPencilPlus size="1.125rem" aria-hidden />} onClick={startAsking}>
            {texts.ask}
          </Button>
        )
      }
    >
      <Tabs value={view} onChange={(next) => show({ view: next ?? 'wishes' })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="wishes">{texts.tabs.wishes}</Tabs.Tab>
          <Tabs.Tab value="swaps">{texts.tabs.swaps}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="wishes" pt="sm">
          <Answer query={list}>
            {(lines) => <RequestsList month={month} lines={lines} openId={openId} onOpen={setOpenId} />}
          </Answer>
        </Tabs.Panel>
        <Tabs.Panel value="swaps" pt="sm">
          <SwapPanel key={month} month={month} />
        </Tabs.Panel>
      </Tabs>
      <RequestsPanel
        line={list.data?.find(({ id }) => id === openId) ?? null}
        close={() => setOpenId(null)}
      />
      {asking && (
        <RequestsAsk
          close={stopAsking}
          onAsked={(id) => {
            stopAsking();
            setOpenId(id);
          }}
        />
      )}
    </BesideRoster>
  );
}
