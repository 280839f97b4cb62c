import { Button } from '@mantine/core';
import IconDeviceFloppy from '@tabler/icons-react/dist/esm/icons/IconDeviceFloppy.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useJob } from '../lib/job.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { useBackupColumns } from './backup-columns.tsx';
import styles from './backup.module.css';
import { BackupDrawer, type Backup, type Step } from './BackupDrawer.tsx';
import { ChoosePlace } from './ChoosePlace.tsx';
import { Headline, type Standing } from './Headline.tsx';
import { Places } from './Places.tsx';
import { Reminders } from './Reminders.tsx';
import { dayOrDash, instantText } from './words-of.ts';

/** Whether the centre would survive its PC: the last good backup, where it is, when one was tried out, and what is promised. */
export function BackupPage() {
  const words = useWords().backup;
  const columns = useBackupColumns();
  const [choosing, setChoosing] = useState(false);
  const [opened, setOpened] = useState<{ readonly backup: Backup; readonly step: Step } | null>(null);
  const [job, nextJob] = useJob();
  const standing = useQuery(
    requests.backup.standing.queryOptions({ input: {}, staleTime: 0, refetchInterval: 30_000 }),
  );
  const list = useQuery(requests.backup.list.queryOptions({ input: {}, staleTime: 0 }));
  const make = useCommand(api.backup.make, {
    done: ({ failed }) => {
      const places = failed.map(({ place }) => place ?? '').join('、');
      announce(failed.length === 0 ? words.made : fill(words.madePartly, { places }));
    },
  });
  const newest = list.data?.find(({ state }) => state === 'ours') ?? null;
  const shown = list.data?.find(({ token }) => token === opened?.backup.token) ?? opened?.backup;
  return (
    <Page
      title={words.title}
      acts={
        <>
          <Button variant="default" onClick={() => setChoosing(true)}>
            {words.choose}
          </Button>
          <Button
            leftSection={<IconDeviceFloppy size="1.125rem" aria-hidden />}
            loading={make.running}
            disabled={standing.data?.places.length === 0}
            onClick={() => void make.run({ job: nextJob() })}
          >
            {words.make}
          </Button>
        </>
      }
    >
      <Answer query={standing}>
        {(data) => (
          <div className={styles['page']}>
            {make.running && (
              <Panel>
                <ProgressWithCancel job={job} label={words.making} />
              </Panel>
            )}
            <div className={styles['columns']}>
              <Panel title={words.lastGood}>
                <Headline standing={data} />
              </Panel>
              <Panel title={words.drillTitle}>
                <DrillLine
                  standing={data}
                  newest={newest}
                  open={(backup) => setOpened({ backup, step: 'drill' })}
                />
              </Panel>
            </div>
            <Panel title={words.places}>
              <Places places={data.places} />
            </Panel>
            <Panel title={words.list}>
              <Answer query={list}>
                {(backups) => (
                  <DataTable
                    label={words.list}
                    rows={backups}
                    columns={columns}
                    rowKey={({ token }) => token}
                    onOpen={(backup) => setOpened({ backup, step: 'facts' })}
                    height={backups.length === 0 ? 'auto' : `${Math.min(backups.length, 8) * 2.25 + 7}rem`}
                    empty={<EmptyState title={words.listEmpty} hint={words.listEmptyHint} />}
                  />
                )}
              </Answer>
            </Panel>
            <Panel title={words.promises}>
              <ul className={styles['promises']}>
                {Object.entries(words.promised).map(([key, promise]) => (
                  <li key={key}>{promise}</li>
                ))}
              </ul>
              <Link href="/audit">{words.seeLog}</Link>
            </Panel>
            <Panel title={words.notPromises}>
              <ul className={styles['promises']} data-not>
                {Object.entries(words.notPromised).map(([key, promise]) => (
                  <li key={key}>{promise}</li>
                ))}
              </ul>
              <p className={styles['quiet']}>{words.paper}</p>
            </Panel>
            <Panel title={words.reminders}>
              <Reminders key={`${data.backupDays} ${data.drillDays}`} {...data} />
            </Panel>
          </div>
        )}
      </Answer>
      <ChoosePlace opened={choosing} close={() => setChoosing(false)} />
      <BackupDrawer backup={shown ?? null} first={opened?.step ?? 'facts'} close={() => setOpened(null)} />
    </Page>
  );
}

type DrillProps = {
  readonly standing: Standing;
  readonly newest: Backup | null;
  readonly open: (backup: Backup) => void;
};

/** When a restore was last tried out, by whom, and what was seen; and the way to the next one. */
function DrillLine({ standing: { drill, drillLate }, newest, open }: DrillProps) {
  const words = useWords().backup;
  const language = useLanguage();
  return (
    <>
      <div className={styles['headline']}>
        <StatusBadge tone={drillLate ? 'attention' : drill ? 'good' : 'plain'}>
          {drillLate ? words.drillLate : drill ? words.good : words.neverDrilled}
        </StatusBadge>
        <Button
          size="compact-sm"
          variant="default"
          disabled={newest === null}
          onClick={() => newest && open(newest)}
        >
          {words.drillAct}
        </Button>
      </div>
      <p className={styles['quiet']}>
        {drill
          ? fill(words.drillBefore, {
              by: drill.by,
              residents: drill.residents,
              checkups: drill.checkups,
              when: instantText(drill.at, language),
              day: dayOrDash(drill.lastDay, language),
            })
          : words.drillWhy}
      </p>
    </>
  );
}
