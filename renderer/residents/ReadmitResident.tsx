import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { DayAndReason } from '../kit/DayAndReason.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';

type Props = { readonly file: ResidentFile; readonly close: () => void };

/** Takes back somebody who had left. */
export function ReadmitResident({ file, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().residents;
  const readmit = useCommand(api.residents.readmit, {
    notify: false,
    done: () => {
      announce(texts.readmitted);
      close();
    },
  });
  return (
    <DayAndReason
      title={t(($) => $.residents.readmitTitle, { name: file.name })}
      dayLabel={texts.readmitOn}
      reasonLabel={texts.reason}
      act={texts.readmit}
      refusal={readmit.refusal}
      running={readmit.running}
      onAct={(given) => void readmit.run({ id: file.id, ...given })}
      close={close}
    />
  );
}
