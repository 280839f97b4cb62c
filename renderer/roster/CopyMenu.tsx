import { Button, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { addMonths, type Month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './requests.module.css';

type Props = {
  readonly month: Month;
  readonly hasDraft: boolean;
  /** After a draft was made: its id, when some shifts could not be kept. */
  readonly onLaid: (dropped: string | null) => void;
};

/** Other ways to a draft than generating it: last month's, or the rotation patterns of the house. */
export function CopyMenu({ month, hasDraft, onLaid }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().rosterRequests;
  const [, go] = useLocation();
  const options = {
    done: ({ rosterId, version, kept, dropped }: Awaited<ReturnType<typeof api.roster.copy.lastMonth>>) => {
      announce(t(($) => $.rosterRequests.laid, { version, kept, dropped }));
      onLaid(dropped > 0 ? rosterId : null);
    },
  };
  const copy = useCommand(api.roster.copy.lastMonth, options);
  const lay = useCommand(api.roster.rotation.lay, options);
  const start = (act: typeof copy, title: string, confirm: string) => {
    if (!hasDraft) return void act.run({ month });
    modals.openConfirmModal({
      title,
      children: texts.copyConfirm,
      labels: { confirm, cancel: t(($) => $.kit.cancel) },
      onConfirm: () => void act.run({ month }),
    });
  };
  const copyTitle = t(($) => $.rosterRequests.copyLast, { month: monthText(addMonths(month, -1), language) });
  return (
    <Menu position="bottom-end" width="20rem" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={copy.running || lay.running}
          leftSection={<IconCopy size="1.125rem" aria-hidden />}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {texts.copyMenu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size="1.125rem" aria-hidden />}
          onClick={() => start(copy, copyTitle, texts.copyDo)}
        >
          {copyTitle}
          <small className={styles['menuHint']}>{texts.copyLastHint}</small>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRepeat size="1.125rem" aria-hidden />}
          onClick={() => start(lay, texts.layRotations, texts.layDo)}
        >
          {texts.layRotations}
          <small className={styles['menuHint']}>{texts.layRotationsHint}</small>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size="1.125rem" aria-hidden />}
          onClick={() => go(`/roster/rotation?month=${month}`)}
        >
          {texts.setRotations}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
