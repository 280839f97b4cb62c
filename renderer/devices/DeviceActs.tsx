import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceFile } from '../../shared/devices/contract.ts';
import { DayAndReason } from '../kit/DayAndReason.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { IssueDevice } from './IssueDevice.tsx';
import { SetCondition } from './SetCondition.tsx';

type Act = 'issue' | 'return' | 'condition';

/** What the director may do with a device: give it, take it back, say in which condition it is. */
export function DeviceActs({ device }: { readonly device: DeviceFile }) {
  const { t } = useTranslation();
  const texts = useWords().devices;
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const takeBack = useCommand(api.devices.return, {
    notify: false,
    done: () => {
      announce(texts.returned);
      close();
    },
  });
  if (!useMay('devices.write')) return null;
  const { code, name, holder } = device;
  return (
    <>
      {holder ? (
        <Button onClick={() => setAct('return')}>{texts.return}</Button>
      ) : (
        device.condition === 'good' && <Button onClick={() => setAct('issue')}>{texts.issue}</Button>
      )}
      <Button variant="default" onClick={() => setAct('condition')}>
        {texts.setCondition}
      </Button>
      {act === 'issue' && <IssueDevice device={device} close={close} />}
      {act === 'condition' && <SetCondition device={device} close={close} />}
      {act === 'return' && holder && (
        <DayAndReason
          title={t(($) => $.devices.returnTitle, { holder: holder.name, code, name })}
          dayLabel={texts.returnOn}
          reasonLabel={texts.returnReason}
          act={texts.return}
          refusal={takeBack.refusal}
          running={takeBack.running}
          onAct={(given) => void takeBack.run({ deviceId: device.id, ...given })}
          close={close}
        />
      )}
    </>
  );
}
