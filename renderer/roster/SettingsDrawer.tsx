import { Drawer, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../shared/calendar/day.ts';
import { CoverPanel } from './CoverPanel.tsx';
import { GuardPanel } from './GuardPanel.tsx';
import { HoursPanel } from './HoursPanel.tsx';
import { LeavePanel } from './LeavePanel.tsx';
import { ProtectionPanel } from './ProtectionPanel.tsx';
import type { Person } from './person.ts';
import { ShiftsPanel } from './ShiftsPanel.tsx';

type Props = {
  readonly month: Month;
  readonly opened: boolean;
  readonly close: () => void;
  readonly people: readonly Person[];
};

/** What decides the roster before it is made: leave, protection, cover, shifts, approval of comprehensive hours. */
export function SettingsDrawer({ month, opened, close, people }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size="46rem"
      title={t(($) => $.roster.settings)}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <Tabs defaultValue="leave" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="leave">{t(($) => $.roster.leaveTitle)}</Tabs.Tab>
          <Tabs.Tab value="protection">{t(($) => $.roster.protectionTitle)}</Tabs.Tab>
          <Tabs.Tab value="cover">{t(($) => $.roster.coverTitle)}</Tabs.Tab>
          <Tabs.Tab value="shifts">{t(($) => $.roster.shiftsTitle)}</Tabs.Tab>
          <Tabs.Tab value="guards">{t(($) => $.guards.title)}</Tabs.Tab>
          <Tabs.Tab value="hours">{t(($) => $.roster.hoursTitle)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="leave" pt="sm">
          <LeavePanel month={month} people={people} />
        </Tabs.Panel>
        <Tabs.Panel value="protection" pt="sm">
          <ProtectionPanel month={month} people={people} />
        </Tabs.Panel>
        <Tabs.Panel value="cover" pt="sm">
          <CoverPanel month={month} />
        </Tabs.Panel>
        <Tabs.Panel value="shifts" pt="sm">
          <ShiftsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="guards" pt="sm">
          <GuardPanel month={month} people={people} />
        </Tabs.Panel>
        <Tabs.Panel value="hours" pt="sm">
          <HoursPanel />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}
