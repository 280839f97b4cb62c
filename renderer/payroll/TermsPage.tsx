import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { addMonths, isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { useToday } from '../lib/session.ts';
import { ExtrasPanel } from './ExtrasPanel.tsx';
import { OpeningsPanel } from './OpeningsPanel.tsx';
import styles from './payroll.module.css';
import { TermsPanel } from './TermsPanel.tsx';

const tabs = ['terms', 'extras', 'openings'] as const;

/** What pay is made from besides attendance: terms of pay, overtime and deductions of the month, the year before this program. */
export function TermsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const usual = addMonths(monthOf(useToday()), -1);
  const wanted = search.get('month') ?? '';
  const month: Month = isMonth(wanted) ? wanted : usual;
  const tab = tabs.find((each) => each === search.get('tab')) ?? 'terms';
  return (
    <Page
      title={t(($) => $.payroll.termsTitle)}
      note={<MonthSwitch month={month} onChange={(next) => setSearch({ tab, month: next })} />}
    >
      <Tabs
        className={styles['tabs'] ?? ''}
        value={tab}
        onChange={(next) => setSearch({ tab: next ?? 'terms', month })}
      >
        <Tabs.List>
          <Tabs.Tab value="terms">{t(($) => $.payroll.termsTitle)}</Tabs.Tab>
          <Tabs.Tab value="extras">{t(($) => $.payroll.extrasTitle)}</Tabs.Tab>
          <Tabs.Tab value="openings">{t(($) => $.payroll.openingsTitle)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="terms" className={styles['tab'] ?? ''}>
          {tab === 'terms' && <TermsPanel month={month} />}
        </Tabs.Panel>
        <Tabs.Panel value="extras" className={styles['tab'] ?? ''}>
          {tab === 'extras' && <ExtrasPanel month={month} />}
        </Tabs.Panel>
        <Tabs.Panel value="openings" className={styles['tab'] ?? ''}>
          {tab === 'openings' && <OpeningsPanel year={Number(month.slice(0, 4))} />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
