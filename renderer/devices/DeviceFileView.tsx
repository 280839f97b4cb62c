import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeviceFile } from '../../shared/devices/contract.ts';
import { FactList } from '../kit/FactList.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { Timeline } from '../kit/Timeline.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayWord, instantWord } from '../residents/resident-words.ts';
import { SpanList } from '../residents/SpanList.tsx';
import styles from '../residents/residents.module.css';
import { conditionTone } from './condition-tone.ts';

type ConditionWords = Readonly<Record<string, string>>;

/** The facts of a device, who had it, and how its condition changed. */
export function DeviceFileView({ device }: { readonly device: DeviceFile }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const texts = words.devices;
  const conditions: ConditionWords = texts.conditions;
  const { holder } = device;
  const facts = [
    { label: texts.code, value: device.code },
    { label: texts.model, value: device.model },
    { label: texts.quantity, value: device.quantity },
    { label: texts.source, value: texts.sources[device.source] },
    { label: texts.receivedOn, value: dayWord(device.receivedOn, language) },
    {
      label: texts.condition,
      value: (
        <StatusBadge tone={conditionTone[device.condition]}>{texts.conditions[device.condition]}</StatusBadge>
      ),
    },
    {
      label: texts.holder,
      value: holder ? <Link href={`/residents/${holder.id}`}>{holder.name}</Link> : texts.inStore,
    },
    { label: texts.note, value: device.note },
  ];
  return (
    <>
      <FactList facts={facts} />
      <h3 className={styles['sectionTitle']}>{texts.holdings}</h3>
      <SpanList
        none={texts.noHoldings}
        spans={device.holdings.map((holding) => ({
          ...holding,
          what: <Link href={`/residents/${holding.residentId}`}>{holding.resident}</Link>,
        }))}
      />
      {device.corrections.length > 0 && (
        <>
          <h3 className={styles['sectionTitle']}>{texts.corrections}</h3>
          <Timeline
            events={device.corrections.map(({ at, by, before, after, reason }) => ({
              key: at,
              when: instantWord(at, language),
              title: t(($) => $.devices.correctionLine, {
                before: conditions[before ?? ''] ?? words.residents.blank,
                after: conditions[after ?? ''] ?? words.residents.blank,
              }),
              detail: `${reason} · ${t(($) => $.residents.happeningBy, { by })}`,
            }))}
          />
        </>
      )}
    </>
  );
}
