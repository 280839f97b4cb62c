import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';
import { CaregiverFactList } from './CaregiverFactList.tsx';

type Props = { readonly id: string | null; readonly close: () => void };

/** A caregiver beside the list, and the way to the whole file. */
export function CaregiverPanel({ id, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().caregivers;
  const [, go] = useLocation();
  const file = useQuery(
    requests.caregivers.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      size="26rem"
      title={file.data?.name ?? texts.title}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {id !== null && (
        <>
          <div className={styles['panelActs']}>
            <Button data-autofocus onClick={() => go(`/caregivers/${id}`)}>
              {texts.openFile}
            </Button>
          </div>
          <Answer query={file}>{(data) => <CaregiverFactList file={data} />}</Answer>
        </>
      )}
    </Drawer>
  );
}
