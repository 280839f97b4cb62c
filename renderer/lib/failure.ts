import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { messages } from '../../shared/messages/index.ts';
import { defaultLanguage, isLanguage, type Language } from '../../shared/messages/language.ts';
import { isFailure, sentenceFor } from '../../shared/messages/sentence.ts';

const languageNow = (): Language => (isLanguage(i18next.language) ? i18next.language : defaultLanguage);

/** The one place where something thrown by a request becomes a sentence: a declared failure, or a host that does not answer. */
export function sentenceOf(thrown: unknown, language: Language = languageNow()): string {
  if (isFailure(thrown)) return sentenceFor(thrown, language);
  console.error(thrown);
  return messages[language].frame.noHostHint;
}

const corner = () => ({
  withBorder: true,
  closeButtonProps: { 'aria-label': messages[languageNow()].kit.close },
});

/** Shows a refusal in the corner, for acts that have no form of their own to show it in. */
export function announceRefusal(thrown: unknown): void {
  announceBadNews(sentenceOf(thrown));
}

/**
 * Shows in the corner that something was found to be wrong, though the request itself did what it should. The same sentence stands
 * there once, however often it is tried.
 */
export function announceBadNews(sentence: string): void {
  notifications.hide(sentence);
  const about = { id: sentence, color: 'brick', message: sentence, autoClose: 12_000, role: 'alert' };
  notifications.show({ ...corner(), ...about });
}

let lastGoodNews: string | undefined;

/** Says in the corner that something was done. It takes the place of what was said before, so that nothing is hidden by a pile. */
export function announce(sentence: string): void {
  if (lastGoodNews) notifications.hide(lastGoodNews);
  lastGoodNews = notifications.show({
    ...corner(),
    color: 'pine',
    message: sentence,
    autoClose: 5_000,
  });
}
