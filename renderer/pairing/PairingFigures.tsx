import { useTranslation } from 'react-i18next';
import type { PairingBoard } from '../../shared/pairing/contract.ts';
import { FigureStrip } from '../kit/FigureStrip.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useWords } from '../lib/words.ts';

/** The headcount rule of one to two (S003), and how many have nobody who answers for them. */
export function PairingFigures({ board: { establishment, unpaired } }: { readonly board: PairingBoard }) {
  const { t } = useTranslation();
  const texts = useWords().pairing;
  const { caregivers, residents, needed, missing, tenths } = establishment;
  const ratio =
    tenths === null
      ? texts.ratioNone
      : t(($) => $.pairing.ratioValue, { residents: (tenths / 10).toFixed(1) });
  return (
    <FigureStrip
      figures={[
        { label: texts.residents, value: residents },
        { label: texts.paired, value: residents - unpaired.length },
        {
          label: texts.unpairedCount,
          value: unpaired.length,
        },
        { label: texts.caregivers, value: caregivers },
        {
          label: texts.ratio,
          value: ratio,
          mark: (
            <StatusBadge tone={missing === 0 ? 'good' : 'attention'}>
              {missing === 0 ? texts.ratioMet : t(($) => $.pairing.ratioMissing, { count: missing })}
            </StatusBadge>
          ),
          hint: t(($) => $.pairing.ratioHint, { caregivers, residents, needed }),
        },
      ]}
    />
  );
}
