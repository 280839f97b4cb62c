import { SegmentedControl, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { Day } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { ShownParameter } from '../../shared/policy/contract.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { Page } from '../kit/Page.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { HolidaysPanel } from './HolidaysPanel.tsx';
import { ParameterDrawer } from './ParameterDrawer.tsx';
import styles from './policy.module.css';
import { statusTones } from './status-tone.ts';
import { valueText } from './value-text.ts';

/** Rules and rates with their status and source, and the holidays: everything that pay is computed from. */
export function PolicyPage() {
  const { t } = useTranslation();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const holidays = search.get('tab') === 'holidays';
  const year = Number(search.get('year')) || Number(today.slice(0, 4));
  return (
    <Page title={t(($) => $.policy.title)} note={t(($) => $.policy.hint)}>
      <Tabs
        className={styles['tabs'] ?? ''}
        value={holidays ? 'holidays' : 'parameters'}
        onChange={(tab) => setSearch(tab === 'holidays' ? { tab } : {})}
      >
        <Tabs.List>
          <Tabs.Tab value="parameters">{t(($) => $.policy.parametersTab)}</Tabs.Tab>
          <Tabs.Tab value="holidays">{t(($) => $.policy.holidaysTab)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="parameters" className={styles['tab'] ?? ''}>
          {!holidays && <ParametersPanel />}
        </Tabs.Panel>
        <Tabs.Panel value="holidays" className={styles['tab'] ?? ''}>
          {holidays && (
            <HolidaysPanel
              year={year}
              onYear={(chosen) => setSearch({ tab: 'holidays', year: String(chosen) })}
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function ParametersPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().policy;
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const onlyUnconfirmed = search.get('show') === 'unconfirmed';
  const [on, setOn] = useState<Day>(today);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const list = useQuery(requests.policy.list.queryOptions({ input: { on } }));
  const columns = parameterColumns(words, language);
  return (
    <Answer query={list}>
      {(rows) => {
        const unconfirmed = rows.filter(({ inForce }) => inForce?.status === 'unconfirmed');
        return (
          <>
            <div className={styles['table']}>
              <DataTable
                label={words.title}
                rows={onlyUnconfirmed ? unconfirmed : rows}
                columns={columns}
                rowKey={({ key }) => key}
                openKey={openKey}
                onOpen={({ key }) => setOpenKey(key)}
                height="100%"
                tools={
                  <>
                    <SegmentedControl
                      aria-label={words.show}
                      value={onlyUnconfirmed ? 'unconfirmed' : 'all'}
                      data={[
                        { value: 'all', label: words.all },
                        {
                          value: 'unconfirmed',
                          label: t(($) => $.policy.toConfirm, { count: unconfirmed.length }),
                        },
                      ]}
                      onChange={(show) => setSearch(show === 'unconfirmed' ? { show } : {})}
                    />
                    <DayInput
                      aria-label={words.on}
                      w="10.5rem"
                      maxDate={null}
                      value={on}
                      onChange={(day) => day && setOn(day)}
                    />
                  </>
                }
              />
            </div>
            <ParameterDrawer
              parameter={rows.find(({ key }) => key === openKey) ?? null}
              onClose={() => setOpenKey(null)}
            />
          </>
        );
      }}
    </Answer>
  );
}

function parameterColumns(
  words: Words<Messages>['policy'],
  language: Language,
): readonly Column<ShownParameter>[] {
  return [
    {
      key: 'group',
      title: words.group,
      width: 144,
      filter: 'choice',
      value: ({ group }) => words.groups[group],
    },
    { key: 'name', title: words.name, width: 290, filter: 'text', value: ({ key }) => words.keys[key] },
    {
      key: 'value',
      title: words.value,
      width: 180,
      value: ({ key, inForce }) => (inForce ? valueText(key, inForce.value, words) : words.notInForce),
    },
    {
      key: 'from',
      title: words.effectiveFrom,
      width: 124,
      value: ({ inForce }) => inForce?.effectiveFrom ?? null,
      cell: ({ inForce }) => (inForce ? dayText(inForce.effectiveFrom, language) : ''),
    },
    {
      key: 'status',
      title: words.status,
      width: 130,
      filter: 'choice',
      value: ({ inForce }) => (inForce ? words.statuses[inForce.status] : null),
      cell: ({ inForce }) =>
        inForce && (
          <StatusBadge tone={statusTones[inForce.status]}>{words.statuses[inForce.status]}</StatusBadge>
        ),
    },
    {
      key: 'source',
      title: words.source,
      value: ({ inForce }) => inForce?.source ?? null,
    },
  ];
}
