import { Button, Menu } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

/** The papers of a run: the sheet to sign, the slips to hand out, the notice for the wall. */
export function PrintMenu({ paper }: { readonly paper: string }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPrinter size="1.125rem" aria-hidden />}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {t(($) => $.payroll.printMenu)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go(`/print/pay-sheet/${paper}`)}>{t(($) => $.payroll.print)}</Menu.Item>
        <Menu.Item onClick={() => go(`/print/pay-slips/${paper}`)}>
          {t(($) => $.payroll.printSlips)}
        </Menu.Item>
        <Menu.Item onClick={() => go(`/print/pay-notice/${paper}`)}>
          {t(($) => $.payroll.printNotice)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
