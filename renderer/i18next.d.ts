import type { Messages } from '../shared/messages/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages };
    enableSelector: true;
  }
}
