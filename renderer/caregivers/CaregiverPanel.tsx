import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { FilePanel } from '../kit/FilePanel.tsx';
import { PanelActs } from '../kit/PanelActs.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { CaregiverFactList } from './CaregiverFactList.tsx';

type Props = { readonly id: string | null; readonly close: () => void };

/** A caregiver beside the list, and the way to the whole file. */
export function CaregiverPanel({ id, close }: Props) {
  const texts = useWords().caregivers;
  const [, go] = useLocation();
  const file = useQuery(
    requests.caregivers.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  return (
    <FilePanel opened={id !== null} close={close} title={file.data?.name ?? texts.title}>
      <PanelActs>
        <Button data-autofocus onClick={() => go(`/caregivers/${id}`)}>
          {texts.openFile}
        </Button>
      </PanelActs>
      <Answer query={file}>{(data) => <CaregiverFactList file={data} />}</Answer>
    </FilePanel>
  );
}
