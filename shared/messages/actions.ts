import { actions as english } from './en/actions.ts';
import type { Language } from './language.ts';
import { actions as chinese } from './zh-CN/actions.ts';

/** The name of a request in the log of what was done; one that is no longer known keeps its code. */
export function actionText(action: string, language: Language): string {
  return (language === 'zh-CN' ? chinese : english)[action] ?? action;
}

/** Whether an act stands in the log by a name: every change and every look does, and so does work that writes its line by itself. */
export function hasName(action: string): boolean {
  return action in chinese;
}
