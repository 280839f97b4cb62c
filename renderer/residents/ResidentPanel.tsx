import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { FilePanel } from '../kit/FilePanel.tsx';
import { PanelActs } from '../kit/PanelActs.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { ResidentFactList } from './ResidentFactList.tsx';
import { StandingLine } from './StandingLine.tsx';

type Props = { readonly id: string | null; readonly close: () => void };

/** A resident beside the list: the facts that are asked for most, and the way to the whole file. */
export function ResidentPanel({ id, close }: Props) {
  const texts = useWords().residents;
  const [, go] = useLocation();
  const file = useQuery(
    requests.residents.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  return (
    <FilePanel opened={id !== null} close={close} title={file.data?.name ?? texts.title}>
      <PanelActs>
        <Button data-autofocus onClick={() => go(`/residents/${id}`)}>
          {texts.openFile}
        </Button>
      </PanelActs>
      <Answer query={file}>
        {(data) => (
          <>
            <StandingLine file={data} />
            <ResidentFactList file={data} short />
          </>
        )}
      </Answer>
    </FilePanel>
  );
}
