import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { DayAndReason } from '../kit/DayAndReason.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';

type Props = { readonly file: ResidentFile; readonly close: () => void };

/** Lets a resident go and names what is to be handed over. */
export function DischargeResident({ file, close }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().residents;
  const discharge = useCommand(api.residents.discharge, {
    notify: false,
    done: ({ bed, caregiver, devices }) => {
      const list = [
        bed === null ? null : t(($) => $.residents.handOverBed, { bed }),
        caregiver === null ? null : t(($) => $.residents.handOverCaregiver, { caregiver }),
        ...devices,
      ].filter((item) => item !== null);
      const separator = language === 'zh-CN' ? '、' : ', ';
      announce(
        list.length === 0
          ? texts.dischargedNothing
          : t(($) => $.residents.discharged, { list: list.join(separator) }),
      );
      close();
    },
  });
  return (
    <DayAndReason
      title={t(($) => $.residents.dischargeTitle, { name: file.name })}
      hint={texts.dischargeHint}
      dayLabel={texts.dischargeOn}
      reasonLabel={texts.dischargeReason}
      reasons={Object.values(texts.dischargeReasons)}
      act={texts.discharge}
      colour="brick"
      refusal={discharge.refusal}
      running={discharge.running}
      onAct={(given) => void discharge.run({ id: file.id, ...given })}
      close={close}
    />
  );
}
