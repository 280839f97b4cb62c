import { Button } from '@mantine/core';
import IconFirstAidKit from '@tabler/icons-react/dist/esm/icons/IconFirstAidKit.mjs';
import { useLocation } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { useWords } from '../lib/words.ts';

/** The way to mending a published roster when somebody calls in sick. */
export function RepairButton({ month }: { readonly month: Month }) {
  const words = useWords().rosterRepair;
  const [, go] = useLocation();
  return (
    <Button
      variant="default"
      leftSection={<IconFirstAidKit size="1.125rem" aria-hidden />}
      onClick={() => go(`/roster/repair?month=${month}`)}
    >
      {words.open}
    </Button>
  );
}
