import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterView } from '../../shared/roster/contract.ts';
import { gapOf } from '../../shared/roster/gap.ts';
import { requests } from '../lib/api.ts';
import { announce } from '../lib/failure.ts';
import { useGapText } from './gap-text.ts';
import { GenerateRemarks } from './GenerateRemarks.tsx';
import { useGenerating, type Generating } from './use-generating.ts';

/** Making the roster on its page: where everything went well the dialog closes by itself; what is left to be read keeps it open. */
export function useGeneratingOnPage(showDraft: () => void): Generating {
  const { t } = useTranslation();
  const gapText = useGapText();
  return useGenerating(({ view, remarks }, { points }) => {
    showDraft();
    if (remarks.length > 0 || view.open > 0) return true;
    const last = points.at(-1);
    const { hard, open, roster } = view;
    const facts = { version: roster?.version ?? 0, hard, open };
    announce(
      last && last.bound !== null
        ? t(($) => $.rosterGenerate.done, { ...facts, gap: gapText(gapOf(last.cost, last.bound)) })
        : t(($) => $.rosterGenerate.doneEarly, facts),
    );
    return false;
  });
}

/** What contradicted itself when this draft was made, until it is put away. */
export function GenerateOutcome({
  view,
  rosterId,
}: {
  readonly view: RosterView;
  readonly rosterId: string;
}) {
  const [isAway, setIsAway] = useState(false);
  const { data } = useQuery(requests.roster.generate.origin.queryOptions({ input: { rosterId } }));
  if (isAway || !data) return null;
  return <GenerateRemarks remarks={data.remarks} view={view} close={() => setIsAway(true)} />;
}
