import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { ResidentFactList } from './ResidentFactList.tsx';
import { StandingLine } from './StandingLine.tsx';
import styles from './residents.module.css';

type Props = { readonly id: string | null; readonly close: () => void };

/** A resident beside the list: the facts that are asked for most, and the way to the whole file. */
export function ResidentPanel({ id, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().residents;
  const [, go] = useLocation();
  const file = useQuery(
    requests.residents.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
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
            <Button data-autofocus onClick={() => go(`/residents/${id}`)}>
              {texts.openFile}
            </Button>
          </div>
          <Answer query={file}>
            {(data) => (
              <>
                <StandingLine file={data} />
                <ResidentFactList file={data} short />
              </>
            )}
          </Answer>
        </>
      )}
    </Drawer>
  );
}
