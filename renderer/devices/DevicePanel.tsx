import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { DeviceActs } from './DeviceActs.tsx';
import { DeviceFileView } from './DeviceFileView.tsx';
import styles from '../residents/residents.module.css';

type Props = { readonly id: string | null; readonly close: () => void };

/** A device beside the register: its facts, who had it, and what may be done with it. */
export function DevicePanel({ id, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().devices;
  const file = useQuery(
    requests.devices.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      size="28rem"
      title={file.data ? `${file.data.name} ${file.data.code}` : texts.title}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {id !== null && (
        <Answer query={file}>
          {(data) => (
            <>
              <div className={styles['panelActs']}>
                <DeviceActs device={data} />
              </div>
              <DeviceFileView device={data} />
            </>
          )}
        </Answer>
      )}
    </Drawer>
  );
}
