import type { AuditLogLine } from '../../shared/audit/contract.ts';
import { actionText } from '../../shared/messages/actions.ts';
import { auditDetailText, auditObjectText } from '../../shared/messages/audit-detail.ts';
import type { Column } from '../kit/table.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { paperText } from './anchor-words.ts';
import { clockText } from './clock-text.ts';

/** Ids of things that have no name are shown by their beginning. */
const shortId = (id: string) => (/^[0-9a-f]{8}-/.test(id) ? id.slice(0, 8) : id);

/** A line of the log as columns. */
export function useLineColumns(): readonly Column<AuditLogLine>[] {
  const words = useWords().audit;
  const language = useLanguage();
  return [
    { key: 'seq', title: words.seq, width: 76, align: 'end', value: ({ seq }) => seq },
    {
      key: 'at',
      title: words.at,
      width: 212,
      value: ({ at }) => at,
      cell: ({ at }) => clockText(at, language),
    },
    {
      key: 'who',
      title: words.actor,
      width: 120,
      value: ({ who, actor }) => who || (actor === '-' ? words.nobody : words.system),
    },
    { key: 'action', title: words.action, width: 250, value: ({ action }) => actionText(action, language) },
    {
      key: 'about',
      title: words.about,
      width: 180,
      value: ({ about, object }) => about || shortId(auditObjectText(paperText(object, words), language)),
    },
    {
      key: 'detail',
      title: words.detail,
      filter: 'text',
      value: ({ action, detail }) => auditDetailText(action, detail, language),
    },
  ];
}
