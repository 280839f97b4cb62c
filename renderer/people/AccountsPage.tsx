import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { Page } from '../kit/Page.tsx';
import { PersonChip } from '../kit/PersonChip.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import type { Account } from './account.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { AddAccount } from './AddAccount.tsx';

/** Who may sign in on this PC, in which role, since when; who no longer may, and why. */
export function AccountsPage() {
  const words = useWords();
  const language = useLanguage();
  const texts = words.people.accounts;
  const accounts = useQuery(requests.people.accounts.queryOptions({ input: {} }));
  const [, go] = useLocation();
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, { open: startAdding, close: stopAdding }] = useDisclosure(false);
  const columns: readonly Column<Account>[] = [
    {
      key: 'name',
      title: texts.name,
      value: ({ name }) => name,
      cell: ({ name }) => <PersonChip name={name} />,
    },
    { key: 'login', title: texts.login, value: ({ login }) => login },
    {
      key: 'role',
      title: texts.role,
      width: 140,
      filter: 'choice',
      value: ({ role }) => words.frame.roles[role],
    },
    {
      key: 'since',
      title: texts.since,
      width: 180,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => dayText(dayAt(Date.parse(createdAt)), language),
    },
    {
      key: 'state',
      title: texts.state,
      width: 140,
      filter: 'choice',
      value: ({ endedAt }) => (endedAt ? texts.ended : texts.active),
      cell: ({ endedAt }) => (
        <StatusBadge tone={endedAt ? 'plain' : 'good'}>{endedAt ? texts.ended : texts.active}</StatusBadge>
      ),
    },
  ];
  return (
    <Page
      title={texts.title}
      note={accounts.data?.length === 1 ? `${texts.onlyYou}。${texts.onlyYouHint}` : undefined}
      acts={
        <>
          <Button variant="default" onClick={() => go('/accounts/rights')}>
            {words.audit.rights.title}
          </Button>
          <Button leftSection={<IconUserPlus size="1.125rem" aria-hidden />} onClick={startAdding}>
            {texts.add}
          </Button>
        </>
      }
    >
      <Answer query={accounts}>
        {(rows) => (
          <>
            <DataTable
              label={texts.title}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              openKey={openId}
              onOpen={({ id }) => setOpenId(id)}
              height="calc(100% - 3.5rem)"
            />
            <AccountPanel
              account={rows.find(({ id }) => id === openId) ?? null}
              close={() => setOpenId(null)}
            />
          </>
        )}
      </Answer>
      {adding && <AddAccount close={stopAdding} />}
    </Page>
  );
}
