import { useTranslation } from 'react-i18next';
import type { ShiftDuties } from '../../shared/roster/duty-contract.ts';
import { Panel } from '../kit/Panel.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './duties.module.css';
import { DutyReasons, reasonsOf } from './DutyReasons.tsx';
import { shiftName } from './looks.ts';

/** A panel for each shift: each caregiver on duty with the residents that she answers for, and why. */
export function DutiesByCaregiver({ shifts }: { readonly shifts: readonly ShiftDuties[] }) {
  return (
    <div className={styles['shifts']} data-two={shifts.length === 2}>
      {shifts.map((duties) => (
        <ShiftPanel key={duties.shift.code} duties={duties} />
      ))}
    </div>
  );
}

function ShiftPanel({ duties }: { readonly duties: ShiftDuties }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const { shift, caregivers, unanswered } = duties;
  return (
    <Panel title={`${shift.code} ${shiftName(shift, language)} ${shift.startsAt}–${shift.endsAt}`}>
      <Summary duties={duties} />
      {unanswered.length > 0 && (
        <div className={styles['unanswered']}>
          <div className={styles['residents']}>
            <StatusBadge tone="danger">{words.dutyUnanswered}</StatusBadge>
            {unanswered.map(({ id, name, bed }) => (
              <span key={id} className={styles['resident']}>
                <span className={styles['bed']}>{bed}</span>
                {name}
              </span>
            ))}
          </div>
          <small className={styles['quiet']}>{t(($) => $.rosterPapers.why.unansweredHint)}</small>
        </div>
      )}
      {caregivers.length === 0 && <p>{words.dutyNobody}</p>}
      <table className={styles['table']}>
        <tbody>
          {caregivers.map(({ id, name, residents }) => (
            <tr key={id}>
              <th scope="row">
                {name}{' '}
                <small className={styles['quiet']}>
                  {t(($) => $.roster.dutyCount, { count: residents.length })}
                </small>
              </th>
              <td>
                <div className={styles['residents']}>
                  {residents.map((resident) => (
                    <span key={resident.id} className={styles['resident']}>
                      <span className={styles['bed']}>{resident.bed}</span>
                      {resident.name}
                      <DutyReasons resident={resident} />
                    </span>
                  ))}
                  {residents.length === 0 && words.dutyNone}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** How the shift was shared out, in figures. */
function Summary({ duties: { caregivers } }: { readonly duties: ShiftDuties }) {
  const { t } = useTranslation();
  const residents = caregivers.flatMap((caregiver) => caregiver.residents);
  if (residents.length === 0) return null;
  // Each resident is counted once, by the weightiest reason that is no wish.
  const main = residents.map((one) => reasonsOf({ ...one, wish: null })[0]);
  const count = (why: string) => main.filter((one) => one === why).length;
  const unmet = residents.filter(({ wish }) => wish === 'unmet').length;
  return (
    <p className={styles['summary']}>
      {t(($) => $.rosterPapers.why.summary, {
        residents: residents.length,
        own: count('own'),
        kept: count('kept'),
        near: count('near'),
        shared: count('shared'),
      })}
      {unmet > 0 && (
        <StatusBadge tone="attention">
          {t(($) => $.rosterPapers.why.unmetCount, { count: unmet })}
        </StatusBadge>
      )}
    </p>
  );
}
