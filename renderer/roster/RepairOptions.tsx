import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, type Day } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { MOST_SICK_DAYS } from '../../shared/roster/repair-contract.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import type { SickCallAsked } from './repair-types.ts';
import { RepairResult } from './RepairResult.tsx';
import { daysText } from './request-words.ts';
import styles from './repair.module.css';

type Props = {
  readonly call: SickCallAsked;
  readonly onGiveUp: () => void;
  readonly onShorten: (endsOn: Day) => void;
  readonly onDone: () => void;
};

/** The alternatives, or how far the search for them is: it may be given up, and what cannot be asked for is put right with one click. */
export function RepairOptions({ call, onGiveUp, onShorten, onDone }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const { caregiverId, startsOn, endsOn } = call;
  const options = useQuery(
    requests.roster.repair.options.queryOptions({ input: { caregiverId, startsOn, endsOn } }),
  );
  if (options.data) return <RepairResult call={call} found={options.data} onDone={onDone} />;
  if (options.isError) {
    const last = addDays(startsOn, MOST_SICK_DAYS - 1);
    return (
      <>
        <RefusalNotice refusal={options.error} />
        {daysBetween(startsOn, endsOn) >= MOST_SICK_DAYS && (
          <div>
            <Button variant="default" onClick={() => onShorten(last)}>
              {t(($) => $.rosterRepair.shorten, { until: shortDayText(last, language) })}
            </Button>
          </div>
        )}
      </>
    );
  }
  // Leaving this place ends the search in the house too.
  return (
    <div className={styles['looking']}>
      <Loader size="1.125rem" aria-hidden />
      <span role="status">{t(($) => $.rosterRepair.looking, { days: daysText(call, words, language) })}</span>
      <Button variant="default" size="compact-sm" onClick={onGiveUp}>
        {words.rosterRepair.giveUp}
      </Button>
    </div>
  );
}
