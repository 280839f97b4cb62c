import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { lastDay } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { requests } from '../lib/api.ts';
import { useMay, useToday } from '../lib/session.ts';
import { CopyDropped } from './CopyDropped.tsx';
import { CopyMenu } from './CopyMenu.tsx';
import { EmptyRoster } from './EmptyRoster.tsx';
import { GenerateButton } from './GenerateButton.tsx';
import { GenerateDialog } from './GenerateDialog.tsx';
import { GenerateOutcome, useGeneratingOnPage } from './GenerateOutcome.tsx';
import { useMonthOfAddress } from './month-of-address.ts';
import { PapersMenu } from './PapersMenu.tsx';
import { RepairButton } from './RepairButton.tsx';
import { RequestsButton } from './RequestsButton.tsx';
import { RosterDesk } from './RosterDesk.tsx';
import { SettingsDrawer } from './SettingsDrawer.tsx';
import { VersionChoice } from './VersionChoice.tsx';
import styles from './roster.module.css';

/** The roster of a month: the next one, unless the address names another. */
export function RosterPage() {
  const { t } = useTranslation();
  const today = useToday();
  const mayWrite = useMay('roster.write');
  const [search, setSearch] = useSearchParams();
  const month = useMonthOfAddress();
  const version = Number(search.get('version')) || null;
  const input = version === null ? { month } : { month, version };
  const query = useQuery(requests.roster.open.queryOptions({ input }));
  const [settings, { open: openSettings, close: closeSettings }] = useDisclosure(false);
  const [droppedOf, setDroppedOf] = useState<string | null>(null);

  const view = query.data;
  const draft = view?.versions.find(({ state }) => state === 'draft');
  const isPublished = view?.versions.some(({ state }) => state === 'published') ?? false;
  const generating = useGeneratingOnPage(() => setSearch({ month }));
  const newest = Math.max(0, ...(view?.versions ?? []).map((head) => head.version));
  const generate = () => generating.start(month, newest + 1);
  const mayMake = mayWrite && view && view.people.length > 0;
  const makeButton = mayMake && <GenerateButton hasDraft={draft !== undefined} onStart={generate} />;
  const copyMenu = mayMake && (
    <CopyMenu
      month={month}
      hasDraft={draft !== undefined}
      onLaid={(rosterId) => {
        setSearch({ month });
        setDroppedOf(rosterId);
      }}
    />
  );

  return (
    <Page
      title={t(($) => $.roster.title)}
      note={
        <span className={styles['note']}>
          <MonthSwitch month={month} onChange={(next) => setSearch({ month: next })} />
          {view && (
            <VersionChoice
              view={view}
              onVersion={(next) => setSearch(next === null ? { month } : { month, version: String(next) })}
            />
          )}
        </span>
      }
      acts={
        <>
          <RequestsButton month={month} />
          {mayWrite && isPublished && lastDay(month) >= today && <RepairButton month={month} />}
          <Button
            variant="default"
            leftSection={<IconSettings size="1.125rem" aria-hidden />}
            onClick={openSettings}
          >
            {t(($) => $.roster.settings)}
          </Button>
          {view?.roster && <PapersMenu month={month} version={version} isPublished={isPublished} />}
        </>
      }
    >
      <Answer query={query}>
        {(data) =>
          data.roster ? (
            <>
              {data.roster.state === 'draft' && (
                <GenerateOutcome key={`made ${data.roster.id}`} view={data} rosterId={data.roster.id} />
              )}
              <RosterDesk
                key={data.roster.id}
                view={data}
                makeButton={
                  <>
                    <CopyDropped
                      rosterId={data.roster.id}
                      opened={droppedOf === data.roster.id}
                      open={() => setDroppedOf(data.roster?.id ?? null)}
                      close={() => setDroppedOf(null)}
                    />
                    {copyMenu}
                    {makeButton}
                  </>
                }
                isOnlyToRead={!mayWrite || version !== null}
              />
            </>
          ) : (
            <EmptyRoster month={month} hasPeople={data.people.length > 0}>
              {makeButton}
              {copyMenu}
            </EmptyRoster>
          )
        }
      </Answer>
      {view && <GenerateDialog generating={generating} view={view} again={generate} />}
      <SettingsDrawer month={month} opened={settings} close={closeSettings} people={view?.people ?? []} />
    </Page>
  );
}
