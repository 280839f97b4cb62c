import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { dayText, monthText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { RosterChanges } from '../../shared/roster/papers-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { ChangeList } from './ChangeList.tsx';
import { dayOfInstant } from './instant.ts';
import { CoverRows, RosterHead, RosterRow } from './RosterTable.tsx';
import { rosterLayout } from './roster-layout.ts';
import styles from './roster-sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { ShiftLetter } from './ShiftLetter.tsx';
import { shiftMarks } from './shift-marks.ts';

/**
 * The roster of a month for the wall: at most twenty people a page, each page complete in itself. It says nothing of a person that is
 * not the wall's business: no identity number, and not why she works in spite of a warning.
 */
export function RosterSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSession();
  const { month: wanted = '' } = useParams();
  const [search] = useSearchParams();
  const month: Month = isMonth(wanted) ? wanted : monthOf(today);
  const version = Number(search.get('version')) || null;
  const input = version === null ? { month } : { month, version };
  const query = useQuery(requests.roster.open.queryOptions({ input }));
  const hasRoster = Boolean(query.data?.roster);
  const changes = useQuery(requests.roster.papers.changes.queryOptions({ input, enabled: hasRoster }));
  if (query.data && !hasRoster)
    return <EmptyState title={t(($) => $.roster.empty, { month: monthText(month, language) })} />;
  return (
    <Answer query={query}>
      {(view) => <Answer query={changes}>{(changed) => <MonthSheet view={view} changed={changed} />}</Answer>}
    </Answer>
  );
}

type MonthProps = { readonly view: RosterView; readonly changed: RosterChanges };

function MonthSheet({ view, changed }: MonthProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const { centre } = useSession();
  const [, go] = useLocation();
  const { model, people } = view;
  const month = monthText(view.month, language);
  const { pages, rowHeight } = rosterLayout(people.length, model.shifts.length, changed.cells.length);
  return (
    <Sheet
      paper="roster"
      of={view.month}
      title={t(($) => $.rosterPapers.sheet.title, { centre: centre.name, month })}
      orientation="landscape"
      subtitle={<Legend view={view} />}
      tools={
        <Button variant="default" onClick={() => go(`/print/roster-slips/${view.month}`)}>
          {words.rosterPapers.slip.open}
        </Button>
      }
      foot={
        <>
          <span>{words.roster.sheet.foot}</span>
          <span>{words.roster.sheet.review}</span>
          <span>{words.roster.sheet.director}</span>
        </>
      }
    >
      {pages.map(({ from, to }, page) => (
        <div key={from} className={styles['page']}>
          {page > 0 && (
            <>
              <p className={styles['continued']}>
                {t(($) => $.rosterPapers.sheet.continued, { month, page: page + 1, pages: pages.length })}
              </p>
              <div className={styles['subtitle']}>
                <Legend view={view} />
              </div>
            </>
          )}
          <table className={styles['month']} style={{ '--row': `${rowHeight}mm` } as CSSProperties}>
            <RosterHead view={view} />
            <tbody>
              {people.slice(from, to).map(({ id }, index) => (
                <RosterRow key={id} view={view} changed={changed} person={from + index} />
              ))}
            </tbody>
            {page === pages.length - 1 && <CoverRows view={view} />}
          </table>
        </div>
      ))}
      <ChangeList changed={changed} />
    </Sheet>
  );
}

/** Every shift with its letter, name and times, and which version this is: the sheet is read without anybody to ask. */
function Legend({ view: { model, roster, people } }: { readonly view: RosterView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().rosterPapers.sheet;
  const marks = shiftMarks(model.shifts);
  const isPublished = roster !== null && roster.publishedAt !== null;
  return (
    <>
      <span className={styles['legend']}>
        {model.shifts.map((shift) => (
          <span key={shift.code}>
            <ShiftLetter code={shift.code} mark={marks.get(shift.code)} />{' '}
            <strong>{language === 'zh-CN' ? shift.name : shift.nameEn}</strong> {shift.startsAt}–
            {shift.endsAt}
          </span>
        ))}
        <span>{words.rest}</span>
        {people.some(({ leave }) => leave.length > 0) && <span>{words.leave}</span>}
        <span>{words.weekend}</span>
      </span>
      <span className={styles['version']} data-draft={!isPublished}>
        {t(($) => $.rosterPapers.sheet.count, { count: people.length })} ·{' '}
        {isPublished
          ? t(($) => $.rosterPapers.sheet.version, {
              version: roster.version,
              date: dayText(dayOfInstant(roster.publishedAt ?? ''), language),
            })
          : words.draft}
      </span>
    </>
  );
}
