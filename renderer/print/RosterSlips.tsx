import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { RosterSlip } from './RosterSlip.tsx';
import styles from './roster-slip.module.css';
import { Sheet } from './Sheet.tsx';

/** 个人排班单: one person's month on half a page, for one, some or all people, to be cut apart and handed out. */
export function RosterSlips() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today, centre } = useSession();
  const [, go] = useLocation();
  const { month: wanted = '' } = useParams();
  const [search] = useSearchParams();
  const month: Month = isMonth(wanted) ? wanted : monthOf(today);
  const people = (search.get('people') ?? '').split(',').filter(Boolean);
  // Everybody is asked for once; whose slips are drawn is chosen here, so that choosing does not wait.
  const query = useQuery(requests.roster.papers.slips.queryOptions({ input: { month, people: null } }));
  const empty = t(($) => $.roster.empty, { month: monthText(month, language) });
  return (
    <Answer query={query}>
      {(data) => {
        if (!data.roster) return <EmptyState title={empty} />;
        if (data.people.length === 0) return <EmptyState title={t(($) => $.rosterPapers.slip.nobody)} />;
        const drawn = people.length === 0 ? data.people : data.people.filter(({ id }) => people.includes(id));
        return (
          <Sheet
            paper="roster-slips"
            of={month}
            title={t(($) => $.rosterPapers.slip.title, { month: monthText(month, language) })}
            subtitle={
              <>
                <span>{centre.name}</span>
                <span className={styles['screenOnly']}>{t(($) => $.rosterPapers.slip.hint)}</span>
              </>
            }
            tools={
              <MultiSelect
                aria-label={t(($) => $.rosterPapers.slip.people)}
                placeholder={
                  people.length === 0
                    ? t(($) => $.rosterPapers.slip.all, { count: data.people.length })
                    : undefined
                }
                w="22rem"
                searchable
                clearable
                data={data.people.map(({ id, name }) => ({ value: id, label: name }))}
                value={people}
                onChange={(ids) =>
                  go(
                    ids.length === 0
                      ? `/print/roster-slips/${month}`
                      : `/print/roster-slips/${month}?people=${ids.join(',')}`,
                    { replace: true },
                  )
                }
              />
            }
          >
            <div className={styles['slips']}>
              {drawn.map((person) => (
                <RosterSlip key={person.id} slips={data} person={person} />
              ))}
            </div>
          </Sheet>
        );
      }}
    </Answer>
  );
}
