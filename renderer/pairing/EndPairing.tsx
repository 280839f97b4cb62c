import { useTranslation } from 'react-i18next';
import { DayAndReason } from '../kit/DayAndReason.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import type { Held } from './CaregiverCard.tsx';

type Props = { readonly caregiver: string; readonly held: Held; readonly close: () => void };

/** Ends a pairing with its day and reason. */
export function EndPairing({ caregiver, held, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().pairing;
  const end = useCommand(api.pairing.unpair, {
    notify: false,
    done: () => {
      announce(t(($) => $.pairing.unpairedDone, { resident: held.name }));
      close();
    },
  });
  return (
    <DayAndReason
      title={t(($) => $.pairing.unpairTitle, { caregiver, resident: held.name })}
      dayLabel={texts.unpairOn}
      reasonLabel={texts.unpairReason}
      reasons={Object.values(texts.unpairReasons)}
      act={texts.unpair}
      refusal={end.refusal}
      running={end.running}
      onAct={(given) => void end.run({ pairingId: held.pairingId, ...given })}
      close={close}
    />
  );
}
