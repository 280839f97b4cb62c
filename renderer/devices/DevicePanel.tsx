import { useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/Answer.tsx';
import { FilePanel } from '../kit/FilePanel.tsx';
import { PanelActs } from '../kit/PanelActs.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { DeviceActs } from './DeviceActs.tsx';
import { DeviceFileView } from './DeviceFileView.tsx';

type Props = { readonly id: string | null; readonly close: () => void };

/** A device beside the register: its facts, who had it, and what may be done with it. */
export function DevicePanel({ id, close }: Props) {
  const texts = useWords().devices;
  const file = useQuery(
    requests.devices.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  const title = file.data ? `${file.data.name} ${file.data.code}` : texts.title;
  return (
    <FilePanel opened={id !== null} close={close} title={title} size="28rem">
      <Answer query={file}>
        {(data) => (
          <>
            <PanelActs>
              <DeviceActs device={data} />
            </PanelActs>
            <DeviceFileView device={data} />
          </>
        )}
      </Answer>
    </FilePanel>
  );
}
