import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useTranslation } from 'react-i18next';
import type { FileContent } from '../../shared/contract/file.ts';
import { useDownload } from '../lib/download.ts';

type Props = {
  /** Asks for the file when it is wanted: `() => api.payroll.workbook({ month })`. */
  readonly load: () => Promise<FileContent>;
  readonly label?: string;
};

export function FileDownload({ load, label }: Props) {
  const { t } = useTranslation();
  const { loading, start } = useDownload(load);
  return (
    <Button
      variant="default"
      loading={loading}
      leftSection={<IconDownload size="1.125rem" aria-hidden />}
      onClick={() => void start()}
    >
      {label ?? t(($) => $.kit.download)}
    </Button>
  );
}
