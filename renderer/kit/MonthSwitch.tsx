import { ActionIcon, Button, Popover } from '@mantine/core';
import { MonthPicker } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useTranslation } from 'react-i18next';
import { addMonths, firstDay, month as asMonth, type Month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { useLanguage } from '../lib/language.ts';
import styles from './kit.module.css';

type Props = { readonly month: Month; readonly onChange: (month: Month) => void };

/** The month that a page is about: one back, one on, or any. */
export function MonthSwitch({ month, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <div className={styles['month']}>
      <ActionIcon
        variant="subtle"
        size="2.125rem"
        aria-label={t(($) => $.kit.previousMonth)}
        onClick={() => onChange(addMonths(month, -1))}
      >
        <IconChevronLeft size="1.125rem" aria-hidden />
      </ActionIcon>
      <Popover opened={opened} onDismiss={close} position="bottom" trapFocus>
        <Popover.Target>
          <Button
            variant="subtle"
            px="xs"
            onClick={toggle}
            aria-label={`${t(($) => $.kit.chooseMonth)} ${monthText(month, language)}`}
          >
            {monthText(month, language)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <MonthPicker
            value={firstDay(month)}
            defaultDate={firstDay(month)}
            ariaLabels={{
              previousYear: t(($) => $.kit.previousYear),
              nextYear: t(($) => $.kit.nextYear),
              previousDecade: t(($) => $.kit.previousDecade),
              nextDecade: t(($) => $.kit.nextDecade),
            }}
            onChange={(picked) => {
              if (!picked) return;
              onChange(asMonth(picked.slice(0, 7)));
              close();
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="subtle"
        size="2.125rem"
        aria-label={t(($) => $.kit.nextMonth)}
        onClick={() => onChange(addMonths(month, 1))}
      >
        <IconChevronRight size="1.125rem" aria-hidden />
      </ActionIcon>
    </div>
  );
}
