import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { messages } from '../../shared/messages/index.ts';
import { defaultLanguage, isLanguage, type Language } from '../../shared/messages/language.ts';
import { readChoice, writeChoice } from './choices.ts';

function apply(language: Language): void {
  document.documentElement.lang = language;
  document.title = messages[language].frame.product;
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
}

/** Starts the texts in the language that was chosen last on this PC; Chinese when none was. */
export async function startLanguage(): Promise<void> {
  const stored = readChoice('language');
  const language = isLanguage(stored) ? stored : defaultLanguage;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: defaultLanguage,
    resources: { 'zh-CN': { translation: messages['zh-CN'] }, en: { translation: messages.en } },
    interpolation: { escapeValue: false },
  });
  apply(language);
}

export async function chooseLanguage(language: Language): Promise<void> {
  writeChoice('language', language);
  await i18next.changeLanguage(language);
  apply(language);
}

/** The language of the screen now; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : defaultLanguage;
}
