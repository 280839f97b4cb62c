import { Button } from '@mantine/core';
import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { useWords } from '../lib/words.ts';

type Props = {
  readonly title: string;
  readonly month: Month;
  /** Without it the page is not of one month: it only leads back to that one. */
  readonly onMonth?: (month: Month) => void;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
};

/** A page that stands beside the roster of a month: its title, the month, and the way back to the roster. */
export function BesideRoster({ title, month, onMonth, acts, children }: Props) {
  const words = useWords().roster;
  const [, go] = useLocation();
  return (
    <Page
      title={title}
      note={onMonth && <MonthSwitch month={month} onChange={onMonth} />}
      acts={
        <>
          <Button
            variant="default"
            leftSection={<IconCalendarUser size="1.125rem" aria-hidden />}
            onClick={() => go(`/roster?month=${month}`)}
          >
            {words.toRoster}
          </Button>
          {acts}
        </>
      }
    >
      {children}
    </Page>
  );
}
