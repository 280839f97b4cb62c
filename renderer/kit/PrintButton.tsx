import { Button, Tooltip } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

/** Leads to the page of paper, which is preview, print and PDF in one. */
export function PrintButton({ href, label }: { readonly href: string; readonly label?: string }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <Tooltip label={t(($) => $.kit.printHint)}>
      <Button
        variant="default"
        leftSection={<IconPrinter size="1.125rem" aria-hidden />}
        onClick={() => go(href)}
      >
        {label ?? t(($) => $.kit.print)}
      </Button>
    </Tooltip>
  );
}
