import { Button, Menu } from '@mantine/core';
import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import IconTicket from '@tabler/icons-react/dist/esm/icons/IconTicket.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { firstDay, monthOf, type Month } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { api } from '../lib/api.ts';
import { useDownload } from '../lib/download.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';

type Props = {
  readonly month: Month;
  /** The version that is looked at; null: the newest. */
  readonly version: number | null;
  /** Duties are given when a roster is published. */
  readonly isPublished: boolean;
};

/** All that goes from a roster to those who work by it: who answers for whom, the papers, the workbook. */
export function PapersMenu({ month, version, isPublished }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { duties, excel, papers } = useWords().roster;
  const today = useToday();
  const [, go] = useLocation();
  const workbook = useDownload(() => api.roster.workbook(version === null ? { month } : { month, version }));
  const day = monthOf(today) === month ? today : firstDay(month);
  const printer = <IconPrinter size="1.125rem" aria-hidden />;
  return (
    <Menu position="bottom-end" width="17rem" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={workbook.loading}
          leftSection={printer}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {papers.menu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isPublished && (
          <>
            <Menu.Item
              leftSection={<IconListCheck size="1.125rem" aria-hidden />}
              onClick={() => go(`/roster/duties/${day}`)}
            >
              {duties}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          leftSection={<IconCalendarUser size="1.125rem" aria-hidden />}
          onClick={() => go(`/print/roster/${month}${version === null ? '' : `?version=${version}`}`)}
        >
          {papers.month}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTicket size="1.125rem" aria-hidden />}
          onClick={() => go(`/print/roster-slips/${month}`)}
        >
          {papers.slips}
        </Menu.Item>
        {isPublished && (
          <Menu.Item leftSection={printer} onClick={() => go(`/print/duties/${day}`)}>
            {t(($) => $.roster.papers.duties, { day: shortDayText(day, language) })}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconDownload size="1.125rem" aria-hidden />}
          onClick={() => void workbook.start()}
        >
          {excel}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
