/** The languages of the screen. Chinese is the house's own; English is complete beside it. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'zh-CN';

export function isLanguage(text: string | null): text is Language {
  return languages.includes(text as Language);
}
