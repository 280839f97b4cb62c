import { type Day, type Month, weekday } from '../calendar/day.ts';
import type { Language } from './language.ts';

const chineseWeekdays = ['一', '二', '三', '四', '五', '六', '日'];
const englishWeekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const monthNumber = (text: string) => Number(text.slice(5, 7));
const dayNumber = (text: string) => Number(text.slice(8, 10));

/** `2026年10月8日`, `8 October 2026`. */
export function dayText(of: Day, language: Language): string {
  const year = of.slice(0, 4);
  if (language === 'zh-CN') return `${year}年${monthNumber(of)}月${dayNumber(of)}日`;
  return `${dayNumber(of)} ${englishMonths[monthNumber(of) - 1]} ${year}`;
}

/** Without the year, for columns: `10月8日`, `8 Oct`. */
export function shortDayText(of: Day, language: Language): string {
  if (language === 'zh-CN') return `${monthNumber(of)}月${dayNumber(of)}日`;
  return `${dayNumber(of)} ${englishMonths[monthNumber(of) - 1]?.slice(0, 3)}`;
}

/** `2026年10月`, `October 2026`. */
export function monthText(of: Month, language: Language): string {
  if (language === 'zh-CN') return `${of.slice(0, 4)}年${monthNumber(of)}月`;
  return `${englishMonths[monthNumber(of) - 1]} ${of.slice(0, 4)}`;
}

/** `星期四`, `Thursday`. */
export function weekdayText(of: Day, language: Language): string {
  const index = weekday(of) - 1;
  return language === 'zh-CN' ? `星期${chineseWeekdays[index]}` : (englishWeekdays[index] ?? '');
}

/** One letter or two for the head of a day column: `四`, `Th`. */
export function shortWeekdayText(of: Day, language: Language): string {
  const index = weekday(of) - 1;
  return (language === 'zh-CN' ? chineseWeekdays[index] : englishWeekdays[index]?.slice(0, 2)) ?? '';
}
