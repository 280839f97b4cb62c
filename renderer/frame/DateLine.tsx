import { useQuery } from '@tanstack/react-query';
import type { Day } from '../../shared/calendar/day.ts';
import { dayText, weekdayText } from '../../shared/messages/day-words.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import styles from './Frame.module.css';

/** `农历十月十四`; the almanac is large, so it comes after the page. */
async function lunarText(of: Day): Promise<string> {
  const { SolarDay } = await import('tyme4ts');
  const [year, month, date] = of.split('-').map(Number) as [number, number, number];
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay();
  return `农历${lunar.getLunarMonth().getName()}${lunar.getName()}`;
}

/** The centre's day with weekday and, in Chinese, the lunar date that families go by. */
export function DateLine() {
  const language = useLanguage();
  const { today } = useSession();
  const lunar = useQuery({
    queryKey: ['lunar', today],
    queryFn: () => lunarText(today),
    staleTime: Infinity,
  });
  return (
    <div className={styles['date']}>
      <strong>{dayText(today, language)}</strong>
      <span>
        {weekdayText(today, language)}
        {language === 'zh-CN' && lunar.data ? ` ${lunar.data}` : ''}
      </span>
    </div>
  );
}
