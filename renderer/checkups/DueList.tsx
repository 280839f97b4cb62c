import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { dayText, monthText } from '../../shared/messages/day-words.ts';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';

type Due = Awaited<ReturnType<typeof api.checkups.due>>;

function ResidentName({ name, isProvisional }: { readonly name: string; readonly isProvisional: boolean }) {
  const { t } = useTranslation();
  return (
    <span>
      {name} {isProvisional && <StatusBadge tone="attention">{t(($) => $.checkups.provisional)}</StatusBadge>}
    </span>
  );
}

/** Who was in house in the month and has no checkup in it, longest without one first. */
export function DueList({ month, data }: { readonly month: Month; readonly data: Due }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayWrite = useMay('checkups.write');
  const [, go] = useLocation();
  const named = monthText(month, language);
  const columns: readonly Column<Due['due'][number]>[] = [
    { key: 'bed', title: t(($) => $.checkups.bed), width: 96, value: ({ bed }) => bed || null },
    {
      key: 'name',
      title: t(($) => $.checkups.resident),
      filter: 'text',
      value: ({ name }) => name,
      cell: ({ name, standing }) => <ResidentName name={name} isProvisional={standing === 'provisional'} />,
    },
    {
      key: 'last',
      title: t(($) => $.checkups.dueLast),
      value: ({ lastDay }) => lastDay,
      cell: ({ lastDay }) => (lastDay ? dayText(lastDay, language) : t(($) => $.checkups.dueNever)),
    },
  ];
  return (
    <DataTable
      label={t(($) => $.checkups.dueLabel, { month: named })}
      rows={data.due}
      columns={columns}
      rowKey={({ residentId }) => residentId}
      onOpen={({ residentId }) => go(`/checkups/residents/${residentId}`)}
      height="100%"
      tools={
        mayWrite && (
          <Button size="compact-sm" variant="light" onClick={() => go('/checkups/round')}>
            {t(($) => $.checkups.logRound)}
          </Button>
        )
      }
      empty={
        data.inHouse === 0 ? (
          <EmptyState
            title={t(($) => $.checkups.dueNobody, { month: named })}
            hint={t(($) => $.checkups.dueNobodyHint)}
          />
        ) : (
          <EmptyState
            title={t(($) => $.checkups.dueNone, { month: named, count: data.inHouse })}
            hint={t(($) => $.checkups.dueNoneHint)}
          />
        )
      }
    />
  );
}
