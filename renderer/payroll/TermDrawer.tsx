import { Drawer, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { formatFen } from '../../shared/money/money.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { TermLine } from '../../shared/payroll/shapes.ts';
import { FactList } from '../kit/FactList.tsx';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CardForm } from './CardForm.tsx';
import styles from './payroll.module.css';
import { TermForm } from './TermForm.tsx';

type Props = { readonly line: TermLine; readonly from: Day; readonly onClose: () => void };

/** One person's terms at the side: the clerk changes them, the director reads them. */
export function TermDrawer({ line, from, onClose }: Props) {
  const { t } = useTranslation();
  const mayPrepare = useMay('payroll.prepare');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="30rem"
      title={line.name}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {mayPrepare ? (
        <Tabs defaultValue="term">
          <Tabs.List mb="md">
            <Tabs.Tab value="term">{t(($) => $.payroll.editTerm)}</Tabs.Tab>
            <Tabs.Tab value="card">{t(($) => $.payroll.editCard)}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="term">
            <TermForm line={line} from={from} onDone={onClose} />
          </Tabs.Panel>
          <Tabs.Panel value="card">
            <CardForm line={line} onDone={onClose} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <TermFacts line={line} />
      )}
    </Drawer>
  );
}

function TermFacts({ line }: { readonly line: TermLine }) {
  const language = useLanguage();
  const words = useWords();
  const texts = words.payroll;
  const { term } = line;
  if (!term) return <p className={styles['quiet']}>{texts.noTerm}</p>;
  const off = Object.entries(term.schemesOff).map(
    ([scheme, reason]) => `${texts.schemes[scheme as keyof typeof texts.schemes]}：${reason}`,
  );
  return (
    <FactList
      facts={[
        { label: texts.effectiveFrom, value: dayText(term.effectiveFrom, language) },
        { label: texts.engagement, value: words.policy.engagements[term.engagement] },
        { label: texts.wage, value: formatFen(term.baseWage) },
        { label: texts.insurance, value: term.insurance === 'on' ? texts.insuranceOn : texts.insuranceOff },
        { label: texts.insuranceReason, value: term.insuranceReason },
        {
          label: texts.insuranceBase,
          value: term.insuranceBase === null ? null : formatFen(term.insuranceBase),
        },
        { label: texts.schemesOff, value: off.join('；') },
        { label: texts.special, value: formatFen(term.specialDeduction) },
        { label: texts.relief, value: texts.reliefs[term.taxRelief] },
        { label: texts.bankCard, value: line.bankCard || texts.cash },
      ]}
    />
  );
}
