import { Button, VisuallyHidden } from '@mantine/core';
import IconCalendarHeart from '@tabler/icons-react/dist/esm/icons/IconCalendarHeart.mjs';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';

/** The way to what caregivers ask for, with how many of it wait for a decision. */
export function RequestsButton({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  const texts = useWords().rosterRequests;
  const [, go] = useLocation();
  const list = useQuery(requests.roster.requests.list.queryOptions({ input: { month } }));
  const open = list.data?.filter(({ state }) => state === 'open').length ?? 0;
  return (
    <Button
      variant="default"
      leftSection={<IconCalendarHeart size="1.125rem" aria-hidden />}
      rightSection={
        open > 0 && (
          <StatusBadge tone="attention">
            {open}
            <VisuallyHidden>{t(($) => $.rosterRequests.openCount, { count: open })}</VisuallyHidden>
          </StatusBadge>
        )
      }
      onClick={() => go(`/roster/requests?month=${month}`)}
    >
      {texts.title}
    </Button>
  );
}
