import { Button } from '@mantine/core';
import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'wouter';
import { addMonths, isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { requests } from '../lib/api.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { RotationPatterns } from './RotationPatterns.tsx';
import { RotationPeople } from './RotationPeople.tsx';
import styles from './requests.module.css';

/** The rhythms of the house, and who follows which; the month is the one that the preview shows. */
export function RotationPage() {
  const texts = useWords().rosterRequests;
  const today = useToday();
  const [, go] = useLocation();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('month') ?? '';
  const month: Month = isMonth(wanted) ? wanted : addMonths(monthOf(today), 1);
  const list = useQuery(requests.roster.rotation.list.queryOptions({ input: {} }));
  return (
    <Page
      title={texts.rotationTitle}
      note={<MonthSwitch month={month} onChange={(next) => setSearch({ month: next })} />}
      acts={
        <Button
          variant="default"
          leftSection={<IconCalendarUser size="1.125rem" aria-hidden />}
          onClick={() => go(`/roster?month=${month}`)}
        >
          {texts.toRoster}
        </Button>
      }
    >
      <Answer query={list}>
        {({ patterns, assignments }) => (
          <div className={styles['rotation']}>
            <Panel title={texts.patterns}>
              <RotationPatterns patterns={patterns} />
            </Panel>
            {patterns.length > 0 && (
              <Panel title={texts.follows}>
                <RotationPeople key={month} month={month} patterns={patterns} assignments={assignments} />
              </Panel>
            )}
          </div>
        )}
      </Answer>
    </Page>
  );
}
