import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { requests } from '../lib/api.ts';
import { DeviceActs } from './DeviceActs.tsx';
import { DeviceFileView } from './DeviceFileView.tsx';

/** One device by its address: from the search, or from a resident's file. */
export function DevicePage() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery(requests.devices.open.queryOptions({ input: { id } }));
  return (
    <Answer query={file}>
      {(device) => (
        <Page title={device.name} note={device.code} acts={<DeviceActs device={device} />}>
          <Panel>
            <DeviceFileView device={device} />
          </Panel>
        </Page>
      )}
    </Answer>
  );
}
