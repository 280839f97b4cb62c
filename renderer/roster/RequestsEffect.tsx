import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fill } from '../../shared/messages/fill.ts';
import { monthText, shortDayText } from '../../shared/messages/day-words.ts';
import type { MonthEffect } from '../../shared/roster/effect-contract.ts';
import type { LeaveKind } from '../../shared/roster/leave-contract.ts';
import type { RequestKind } from '../../shared/roster/requests.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { partText } from './cover-looks.ts';
import { blockedText, shiftText } from './request-words.ts';
import { ruleText } from './rule-text.ts';
import styles from './requests.module.css';

export type EffectOf = {
  readonly caregiverId: string;
  readonly kind: RequestKind;
  readonly shift: string | null;
  readonly leaveKind: LeaveKind | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
};

/** What granting something would do, asked of the house before anything is decided. */
export function useEffectOf(asked: EffectOf | null) {
  return useQuery(
    requests.roster.requests.effect.queryOptions({
      input: asked ?? ({} as EffectOf),
      enabled: asked !== null,
    }),
  );
}

/** How many cells of drafts would change; those of published versions never do. */
export function cellsInDraft(months: readonly MonthEffect[] = []): number {
  return months
    .filter(({ state }) => state === 'draft')
    .reduce((sum, { changes }) => sum + changes.length, 0);
}

/** The effect in words: cells that change, shifts left with too few and who could stand in, rules of the person's own row. */
export function RequestsEffect({
  query,
  caregiver,
  title,
}: {
  readonly query: ReturnType<typeof useEffectOf>;
  readonly caregiver: string;
  readonly title?: string;
}) {
  const words = useWords().rosterRequests;
  return (
    <section className={styles['effect']} aria-live="polite">
      <h3 className={styles['heading']}>{title ?? words.effect}</h3>
      <Answer query={query}>
        {(months) =>
          months.length === 0 ? (
            <p className={styles['line']}>{words.effectNone}</p>
          ) : (
            months.map((effect) => <OneMonth key={effect.month} effect={effect} caregiver={caregiver} />)
          )
        }
      </Answer>
    </section>
  );
}

function OneMonth({ effect, caregiver }: { readonly effect: MonthEffect; readonly caregiver: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = useWords();
  const words = all.rosterRequests;
  const { month, version, state, changes, shortfalls, touched } = effect;
  const breaches = touched.filter(({ hard }) => hard);
  const remarks = touched.filter(({ hard }) => !hard);
  return (
    <>
      <p className={styles['where']}>
        {t(($) => $.rosterRequests.effectIn, {
          month: monthText(month, language),
          state: words.effectStates[state],
          version,
        })}
      </p>
      {changes.length === 0 && (
        <p className={styles['line']}>
          <StatusBadge tone="good">{words.effectGranted}</StatusBadge>
        </p>
      )}
      {changes.length > 0 && (
        <>
          <p className={styles['line']}>
            {t(($) => $.rosterRequests.effectChanges, { count: changes.length })}
            <span className={styles['cells']}>
              {changes.map(({ day, before, after }) => (
                <span key={day}>
                  {t(($) => $.rosterRequests.effectChange, {
                    day: shortDayText(day, language),
                    before: before ?? all.roster.rest,
                    after: after ?? all.roster.rest,
                  })}
                </span>
              ))}
            </span>
          </p>
          {shortfalls.length === 0 && (
            <p className={styles['line']}>
              <StatusBadge tone="good">{words.effectFine}</StatusBadge>
            </p>
          )}
          {shortfalls.map((slot) => (
            <Short
              key={`${slot.day} ${slot.shift} ${JSON.stringify(slot.part)}`}
              slot={slot}
              rest={effect.restBetweenShifts}
            />
          ))}
          {state === 'published' && <p className={styles['line']}>{words.effectPublished}</p>}
        </>
      )}
      {breaches.map((found) => (
        <p key={`${found.rule} ${found.days[0]}`} className={styles['line']}>
          <StatusBadge tone="danger">
            {words.effectBreaks}
            {found.days.length > 0 && shortDayText(found.days.at(-1) ?? found.days[0]!, language)}{' '}
            {ruleText(all.roster, found)}
          </StatusBadge>
        </p>
      ))}
      {remarks.length > 0 && (
        <details className={styles['more']}>
          <summary>{t(($) => $.rosterRequests.effectTouched, { name: caregiver })}</summary>
          <ul>
            {remarks.map((found) => (
              <li key={`${found.rule} ${found.days[0]}`}>{ruleText(all.roster, found)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Short({ slot, rest }: { readonly slot: MonthEffect['shortfalls'][number]; readonly rest: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = useWords();
  const words = all.rosterRequests;
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  return (
    <div className={styles['short']}>
      <p className={styles['line']}>
        <StatusBadge tone="attention">
          {t(($) => $.rosterRequests.effectShort, {
            day: shortDayText(slot.day, language),
            shift: slot.part
              ? fill(all.rosterGrid.coverOfPart, {
                  shift: shiftText(slot.shift, shifts, language),
                  part: partText(all.rosterGrid, slot.part, []),
                })
              : shiftText(slot.shift, shifts, language),
            minimum: slot.minimum,
            there: slot.there,
          })}
        </StatusBadge>
      </p>
      {slot.standIns.length === 0 ? (
        <p className={styles['quiet']}>{words.effectNobody}</p>
      ) : (
        <p className={styles['quiet']}>
          {words.effectStandIns}{' '}
          {slot.standIns.slice(0, 6).map(({ caregiverId, caregiver, minutes }) => (
            <span key={caregiverId} className={styles['standIn']}>
              {t(($) => $.rosterRequests.effectStandIn, {
                name: caregiver,
                hours: Math.round(minutes / 6) / 10,
              })}
            </span>
          ))}
        </p>
      )}
      {slot.blocked.length > 0 && (
        <details className={styles['more']}>
          <summary>{t(($) => $.rosterRequests.effectBlocked, { count: slot.blocked.length })}</summary>
          <ul className={styles['blocked']}>
            {slot.blocked.map(({ caregiverId, caregiver, by }) => (
              <li key={caregiverId}>
                {caregiver} <span>{blockedText(all.roster, by, rest)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
