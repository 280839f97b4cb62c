import { actions as english } from './en/actions.ts';
import type { Language } from './language.ts';
import { actions as chinese } from './zh-CN/actions.ts';

/** The name of a request in the log of what was done; one that is no longer known keeps its code. */
export function actionText(action: string, language: Language): string {
  return (language === 'zh-CN' ? chinese : english)[action] ?? action;
}
