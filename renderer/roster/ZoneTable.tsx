import { useTranslation } from 'react-i18next';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import type { CoverParts } from '../../shared/roster/zone-cover-contract.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { shiftName } from './looks.ts';
import styles from './roster.module.css';

type Props = { readonly parts: CoverParts; readonly shifts: readonly HouseShift[] };

/** The residents of each zone, how many caregivers they need on each shift, and who belongs to it. */
export function ZoneTable({ parts, shifts }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { guards: words, fairness } = useWords();
  if (parts.zones.length === 0) return <p className={styles['hint']}>{words.zonesNone}</p>;
  return (
    <>
      <table className={styles['zones']} aria-label={words.zoneTable}>
        <thead>
          <tr>
            <th scope="col">{words.zone}</th>
            <th scope="col">{words.residents}</th>
            {shifts.map((kind) => (
              <th key={kind.code} scope="col">
                {t(($) => $.guards.zoneNeeds, { shift: shiftName(kind, language) })}
              </th>
            ))}
            <th scope="col">{words.zoneCaregivers}</th>
          </tr>
        </thead>
        <tbody>
          {parts.zones.map(({ id, name, residents, women, men, needs }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{t(($) => $.guards.residentsLine, { count: residents, women, men })}</td>
              {shifts.map(({ code }) => (
                <td key={code}>
                  {t(($) => $.guards.people, {
                    count: needs.find(({ shift }) => shift === code)?.people ?? 0,
                  })}
                </td>
              ))}
              <td>
                {parts.caregivers
                  .filter(({ zoneId }) => zoneId === id)
                  .map((one) => one.name)
                  .join(fairness.monthsBetween)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['hint']}>
        {parts.outside > 0 && t(($) => $.guards.outside, { count: parts.outside })}
      </p>
    </>
  );
}
