import { Drawer, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roles } from '../../shared/contract/permissions.ts';
import { actionText } from '../../shared/messages/actions.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { FactList } from '../kit/FactList.tsx';
import { Page } from '../kit/Page.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { requests, type api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './audit.module.css';

type Right = Awaited<ReturnType<typeof api.audit.rights>>[number];

/** Who may do what, as the door decides it: read from the contract, kept by nobody's hand. */
export function RightsPage() {
  const words = useWords();
  const texts = words.audit.rights;
  const language = useLanguage();
  const [opened, setOpened] = useState<Right | null>(null);
  const rights = useQuery(requests.audit.rights.queryOptions({ input: {} }));
  const actsOf = ({ actions }: Right) =>
    actions.map((action) => actionText(action, language)).join(language === 'zh-CN' ? '、' : ', ');
  const columns: readonly Column<Right>[] = [
    { key: 'right', title: texts.right, width: 200, value: ({ needs }) => texts.names[needs] },
    ...roles.map((role): Column<Right> => ({
      key: role,
      title: words.frame.roles[role],
      width: 96,
      align: 'center',
      filter: 'choice',
      value: (right) => (right.roles.includes(role) ? texts.yes : null),
      cell: (right) => right.roles.includes(role) && <StatusBadge tone="good">{texts.yes}</StatusBadge>,
    })),
    {
      key: 'acts',
      title: texts.acts,
      filter: 'text',
      value: (right) => actsOf(right),
      cell: (right) => <span title={actsOf(right)}>{actsOf(right)}</span>,
    },
  ];
  return (
    <div className={styles['log']}>
      <Page title={texts.title}>
        <p className={styles['quiet']}>{texts.intro}</p>
        <div className={styles['grow']}>
          <Answer query={rights}>
            {(rows) => (
              <DataTable
                label={texts.title}
                rows={rows}
                columns={columns}
                rowKey={({ needs }) => needs}
                onOpen={setOpened}
                height="100%"
              />
            )}
          </Answer>
        </div>
      </Page>
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened && texts.names[opened.needs]}
        closeButtonProps={{ 'aria-label': words.kit.close }}
      >
        {opened && (
          <>
            <FactList
              facts={roles.map((role) => ({
                label: words.frame.roles[role],
                value: opened.roles.includes(role) ? texts.yes : texts.no,
              }))}
            />
            <h2 className={styles['under']}>{texts.acts}</h2>
            <List>
              {opened.actions.map((action) => (
                <List.Item key={action}>{actionText(action, language)}</List.Item>
              ))}
            </List>
          </>
        )}
      </Drawer>
    </div>
  );
}
