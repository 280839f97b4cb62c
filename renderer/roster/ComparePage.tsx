import { Select, Switch } from '@mantine/core';
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import { addMonths, isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { compareVersions } from '../../shared/roster/compare-versions.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { compareAddress } from './compare-address.ts';
import { CompareGrid } from './CompareGrid.tsx';
import styles from './roster.module.css';

/** Two versions of a month, cell by cell: the newer one is drawn, with what stood there before where it is another. */
export function ComparePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [, go] = useLocation();
  const { month: named = '' } = useParams<{ month: string }>();
  const [search] = useSearchParams();
  const month: Month = isMonth(named) ? named : addMonths(monthOf(today), 1);
  const newest = useQuery(requests.roster.open.queryOptions({ input: { month } }));
  const versions = newest.data?.versions ?? [];
  const chosen = chosenVersions(versions, Number(search.get('from')), Number(search.get('to')));
  const show = (from: number, to: number) => go(compareAddress(month, from, to), { replace: true });

  return (
    <Page
      title={t(($) => $.rosterGrid.compareTitle, { month: monthText(month, language) })}
      note={
        <span className={styles['note']}>
          <MonthSwitch month={month} onChange={(next) => go(`/roster/compare/${next}`)} />
          {chosen && <VersionPair {...chosen} versions={versions} onChoose={show} />}
        </span>
      }
      acts={<Link href={`/roster?month=${month}`}>{t(($) => $.rosterGrid.compareBack)}</Link>}
    >
      <Answer query={newest}>
        {() =>
          chosen ? (
            <Compared month={month} from={chosen.from} to={chosen.to} />
          ) : (
            <EmptyState icon={IconArrowsDiff} title={t(($) => $.rosterGrid.compareNeedsTwo)} />
          )
        }
      </Answer>
    </Page>
  );
}

type Versions = RosterView['versions'];

/** What the address asks for; else the newest version against the published one, or against the one before it. */
function chosenVersions(
  versions: Versions,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  const known = (version: number) => versions.some((head) => head.version === version);
  const [newest, before] = versions;
  if (!newest || !before) return null;
  const last = known(to) ? to : newest.version;
  if (known(from)) return { from, to: last };
  const published = versions.find(({ state, version }) => state === 'published' && version !== last);
  const earlier = versions.find(({ version }) => version < last) ?? before;
  return { from: (published ?? earlier).version, to: last };
}

function VersionPair({
  versions,
  from,
  to,
  onChoose,
}: {
  readonly versions: Versions;
  readonly from: number;
  readonly to: number;
  readonly onChoose: (from: number, to: number) => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const data = versions.map(({ version, state }) => ({
    value: String(version),
    label: t(($) => $.roster.stateLine, { version, state: words.roster.states[state] }),
  }));
  return (
    <>
      <Select
        aria-label={words.rosterGrid.compareFrom}
        w="10.5rem"
        allowDeselect={false}
        value={String(from)}
        data={data}
        onChange={(version) => onChoose(Number(version), to)}
      />
      <span aria-hidden>→</span>
      <Select
        aria-label={words.rosterGrid.compareTo}
        w="10.5rem"
        allowDeselect={false}
        value={String(to)}
        data={data}
        onChange={(version) => onChoose(from, Number(version))}
      />
    </>
  );
}

function Compared({
  month,
  from,
  to,
}: {
  readonly month: Month;
  readonly from: number;
  readonly to: number;
}) {
  const { t } = useTranslation();
  const [onlyChanged, setOnlyChanged] = useState(false);
  const before = useQuery(requests.roster.open.queryOptions({ input: { month, version: from } }));
  const after = useQuery(requests.roster.open.queryOptions({ input: { month, version: to } }));
  return (
    <Answer query={before}>
      {(old) => (
        <Answer query={after}>
          {(view) => {
            const compared = compareVersions(view.model, old.cells, view.cells);
            const shown = onlyChanged
              ? view.people.filter(({ id }) => compared.people.some(({ person }) => person === id))
              : view.people;
            return (
              <>
                <div className={styles['toolbar']}>
                  <strong>
                    {compared.changes.length === 0
                      ? t(($) => $.rosterGrid.compareSame)
                      : t(($) => $.rosterGrid.compareCount, {
                          cells: compared.changes.length,
                          people: compared.people.length,
                        })}
                  </strong>
                  <div className={styles['acts']}>
                    <Switch
                      label={t(($) => $.rosterGrid.compareOnlyChanged)}
                      checked={onlyChanged}
                      onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
                    />
                  </div>
                </div>
                <CompareGrid key={`${from} ${to}`} view={view} people={shown} compared={compared} />
              </>
            );
          }}
        </Answer>
      )}
    </Answer>
  );
}
