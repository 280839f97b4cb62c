import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { addDays, isDay, lastDay, monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import { shortDayText, weekdayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { PrintButton } from '../kit/PrintButton.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay, useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './duties.module.css';
import { DutiesByCaregiver } from './DutiesByCaregiver.tsx';
import { DutiesByResident } from './DutiesByResident.tsx';

const views = ['byCaregiver', 'byResident'] as const;

/** Who answers for whom on one day, shift by shift, and why: by caregiver or by resident. */
export function DutiesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [, go] = useLocation();
  const { day: wanted = '' } = useParams();
  const day: Day = isDay(wanted) ? wanted : today;
  const query = useQuery(requests.roster.duties.queryOptions({ input: { day } }));
  const texts = useWords().rosterPapers.why;
  const [view, setView] = useState<(typeof views)[number]>('byCaregiver');
  const month = monthOf(day);
  const mayPlan = useMay('roster.write') && lastDay(month) >= today && query.data?.published === true;
  const step = (by: number) => go(`/roster/duties/${addDays(day, by)}`);
  return (
    <Page
      title={t(($) => $.roster.duties)}
      note={
        <span className={styles['days']}>
          <ActionIcon variant="subtle" size="2.125rem" aria-label={texts.previous} onClick={() => step(-1)}>
            <IconChevronLeft size="1.125rem" aria-hidden />
          </ActionIcon>
          <DayInput
            aria-label={texts.day}
            w="10rem"
            maxDate={null}
            value={day}
            onChange={(picked) => picked && go(`/roster/duties/${picked}`)}
          />
          {weekdayText(day, language)}
          <ActionIcon variant="subtle" size="2.125rem" aria-label={texts.next} onClick={() => step(1)}>
            <IconChevronRight size="1.125rem" aria-hidden />
          </ActionIcon>
        </span>
      }
      acts={
        <>
          {mayPlan && <Again month={month} />}
          <Button variant="default" onClick={() => go(`/roster?month=${month}`)}>
            {t(($) => $.roster.title)}
          </Button>
          <PrintButton href={`/print/roster-slips/${month}`} label={t(($) => $.rosterPapers.slip.open)} />
          <PrintButton href={`/print/duties/${day}`} />
        </>
      }
    >
      <Answer query={query}>
        {({ published, shifts }) =>
          published ? (
            <>
              <div className={styles['tools']}>
                <SegmentedControl
                  aria-label={texts.view}
                  data={views.map((value) => ({ value, label: texts[value] }))}
                  value={view}
                  onChange={setView}
                />
                <span className={styles['order']}>{texts.order}</span>
              </div>
              {view === 'byCaregiver' ? (
                <DutiesByCaregiver shifts={shifts} />
              ) : (
                <DutiesByResident shifts={shifts} />
              )}
            </>
          ) : (
            <EmptyState icon={IconListCheck} title={t(($) => $.roster.dutyPublishFirst)} />
          )
        }
      </Answer>
    </Page>
  );
}

/** Gives the duties anew from today on, when people came, were moved, or said what they wish after the roster was published. */
function Again({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const again = useCommand(api.roster.replanDuties, {
    done: ({ from, changed, unanswered }) => {
      const facts = { from: shortDayText(from, language), changed };
      announce(
        unanswered > 0
          ? t(($) => $.rosterPapers.why.againUnanswered, { ...facts, count: unanswered })
          : changed > 0
            ? t(($) => $.rosterPapers.why.againDone, facts)
            : t(($) => $.rosterPapers.why.againSame),
      );
    },
  });
  return (
    <Tooltip label={t(($) => $.rosterPapers.why.againHint)}>
      <Button
        variant="default"
        leftSection={<IconRefresh size="1.125rem" aria-hidden />}
        loading={again.running}
        onClick={() => void again.run({ month })}
      >
        {t(($) => $.rosterPapers.why.again)}
      </Button>
    </Tooltip>
  );
}
