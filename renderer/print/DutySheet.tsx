import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import { dayText, weekdayText } from '../../shared/messages/day-words.ts';
import { byZone, type ZoneRows } from '../../shared/roster/duties-by-zone.ts';
import type { ShiftDuties } from '../../shared/roster/duty-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './duty-sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { ShiftLetter } from './ShiftLetter.tsx';
import { shiftMarks, type ShiftMark } from './shift-marks.ts';

/** The duty list of one day for the nurses' room: on each shift, zone by zone, who answers for which beds, with a place to sign. */
export function DutySheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const { centre, today } = useSession();
  const { day: wanted = '' } = useParams();
  const day: Day = isDay(wanted) ? wanted : today;
  const query = useQuery(requests.roster.duties.queryOptions({ input: { day } }));
  return (
    <Answer query={query}>
      {({ published, zones, shifts }) => {
        if (!published) return <EmptyState title={t(($) => $.roster.dutyPublishFirst)} />;
        const marks = shiftMarks(shifts.map(({ shift }) => shift));
        // A shift that is not worked on this day takes no room on the wall.
        const worked = shifts.filter(
          ({ caregivers, unanswered }) => caregivers.length > 0 || unanswered.length > 0,
        );
        return (
          <Sheet
            paper="duties"
            of={day}
            title={t(($) => $.rosterPapers.duty.title, { centre: centre.name })}
            subtitle={
              <strong className={styles['day']}>
                {dayText(day, language)} {weekdayText(day, language)}
              </strong>
            }
            foot={
              <>
                <span>{words.sheet.foot}</span>
                <span>{words.sheet.director}</span>
              </>
            }
          >
            {worked.map((duties) => (
              <ShiftTable
                key={duties.shift.code}
                duties={duties}
                zones={zones}
                mark={marks.get(duties.shift.code)}
              />
            ))}
          </Sheet>
        );
      }}
    </Answer>
  );
}

type ShiftProps = {
  readonly duties: ShiftDuties;
  readonly zones: readonly string[];
  readonly mark: ShiftMark | undefined;
};

function ShiftTable({ duties, zones, mark }: ShiftProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().rosterPapers.duty;
  const { shift, caregivers, unanswered } = duties;
  const parts = byZone(duties, zones);
  const spare = caregivers.filter(({ residents }) => residents.length === 0);
  const answered = caregivers.reduce((sum, { residents }) => sum + residents.length, 0);
  return (
    <table className={styles['duty']}>
      <caption>
        <ShiftLetter code={shift.code} mark={mark} /> {language === 'zh-CN' ? shift.name : shift.nameEn}{' '}
        {shift.startsAt}–{shift.endsAt}
        <small>
          {t(($) => $.rosterPapers.duty.shiftLine, {
            residents: answered,
            caregivers: caregivers.length - spare.length,
          })}
        </small>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles['caregiver']}>
            {words.caregiver}
          </th>
          <th scope="col">{words.bedAndName}</th>
          <th scope="col" className={styles['sign']}>
            {words.sign}
          </th>
        </tr>
      </thead>
      {parts.map((part) => (
        <ZoneBody key={part.zone ?? ''} part={part} isOnlyOne={parts.length === 1 && part.zone === null} />
      ))}
      <tbody>
        {spare.length > 0 && (
          <tr>
            <th scope="row">{words.spare}</th>
            <td colSpan={2} className={styles['residents']}>
              {spare.map(({ id, name }) => (
                <span key={id}>{name}</span>
              ))}
            </td>
          </tr>
        )}
        {unanswered.length > 0 && (
          <tr className={styles['unanswered']}>
            <th scope="row">{words.unanswered}</th>
            <td colSpan={2} className={styles['residents']}>
              {unanswered.map(({ id, name, bed }) => (
                <span key={id}>
                  <b>{bed}</b> {name}
                </span>
              ))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The caregivers of one zone. Somebody who answers in two zones stands in both, each time with a word on the other. */
function ZoneBody({ part, isOnlyOne }: { readonly part: ZoneRows; readonly isOnlyOne: boolean }) {
  const { t } = useTranslation();
  const { duty: words, between } = useWords().rosterPapers;
  return (
    <tbody>
      {!isOnlyOne && (
        <tr className={styles['zone']}>
          <th scope="rowgroup" colSpan={3}>
            {part.zone ?? words.noZone}
            <small>{t(($) => $.rosterPapers.duty.count, { count: part.count })}</small>
          </th>
        </tr>
      )}
      {part.rows.map(({ caregiver, residents, elsewhere }) => (
        <tr key={caregiver.id}>
          <th scope="row">{caregiver.name}</th>
          <td className={styles['residents']}>
            {residents.map(({ id, name, bed }) => (
              <span key={id}>
                <b>{bed}</b> {name}
              </span>
            ))}
            {elsewhere.length > 0 && (
              <small>
                {t(($) => $.rosterPapers.duty.alsoIn, {
                  count: elsewhere.reduce((sum, one) => sum + one.count, 0),
                  zones: elsewhere.map(({ zone }) => zone ?? words.noZone).join(between),
                })}
              </small>
            )}
          </td>
          <td>&nbsp;</td>
        </tr>
      ))}
    </tbody>
  );
}
