import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconPackageExport from '@tabler/icons-react/dist/esm/icons/IconPackageExport.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { addMonths, monthOf } from '../../shared/calendar/day.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { api, requests } from '../lib/api.ts';
import { saveFile } from '../lib/bytes.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useJob } from '../lib/job.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { ChainNotice } from './ChainNotice.tsx';
import { Contents } from './Contents.tsx';
import { History } from './History.tsx';
import { ImportAnswer } from './ImportAnswer.tsx';
import { KEYS_PATH } from './paths.ts';
import { Preflight } from './Preflight.tsx';
import styles from './package.module.css';

/** The month's package: what stands in its way, what it will hold, building it, and every one that was built. */
export function PackagesPage() {
  const words = useWords().packages;
  const today = useToday();
  const [month, setMonth] = useState(addMonths(monthOf(today), -1));
  const first = useQuery(requests.package.preflight.queryOptions({ input: { month, correction: false } }));
  // A month that went up before can only go up again as a correction, so that is what the page then offers.
  const correction = first.data?.reported ?? false;
  const again = useQuery(
    requests.package.preflight.queryOptions({ input: { month, correction: true }, enabled: correction }),
  );
  const preflight = correction ? again : first;
  const [job, nextJob] = useJob();
  const build = useCommand(api.package.build, {
    done: ({ package: { seq }, file }) => {
      saveFile(file);
      announce(fill(words.built, { seq }));
    },
  });
  // A usual month is there in a blink: progress is shown only of one that takes longer.
  const [isSlow] = useDebouncedValue(build.running, 500);
  const ready = preflight.data?.refusals.length === 0;
  return (
    <Page
      title={words.title}
      note={<MonthSwitch month={month} onChange={setMonth} />}
      acts={
        <>
          <Button
            component={Link}
            href={KEYS_PATH}
            variant="default"
            leftSection={<IconKey size="1.125rem" aria-hidden />}
          >
            {words.keysTitle}
          </Button>
          <ImportAnswer />
          <Button
            leftSection={<IconPackageExport size="1.125rem" aria-hidden />}
            variant={correction ? 'default' : 'filled'}
            disabled={!ready}
            loading={build.running}
            onClick={() => void build.run({ month, correction, job: nextJob() })}
          >
            {correction ? words.buildCorrection : words.build}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>{words.lead}</p>
      {isSlow && build.running && <ProgressWithCancel job={job} label={words.building} />}
      <ChainNotice />
      <Answer query={preflight}>
        {(data) => (
          <div className={styles['columns']}>
            <Panel title={words.preflight.title}>
              <Preflight preflight={data} />
            </Panel>
            <Panel title={words.preflight.contents}>
              <Contents counts={data.counts} totals={data.totals} />
            </Panel>
          </div>
        )}
      </Answer>
      <History />
    </Page>
  );
}
