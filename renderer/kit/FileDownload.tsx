import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileContent } from '../../shared/contract/file.ts';
import { saveFile } from '../lib/bytes.ts';
import { announceRefusal } from '../lib/failure.ts';

type Props = {
  /** Asks for the file when it is wanted: `() => api.payroll.workbook({ month })`. */
  readonly load: () => Promise<FileContent>;
  readonly label?: string;
};

export function FileDownload({ load, label }: Props) {
  const { t } = useTranslation();
  const [loading, setLoading] = useState(false);
  const fetchAndSave = async () => {
    setLoading(true);
    try {
      saveFile(await load());
    } catch (thrown) {
      announceRefusal(thrown);
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button
      variant="default"
      loading={loading}
      leftSection={<IconDownload size="1.125rem" aria-hidden />}
      onClick={() => void fetchAndSave()}
    >
      {label ?? t(($) => $.kit.download)}
    </Button>
  );
}
