import { Button, Group, Modal, Textarea } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthText } from '../../shared/messages/day-words.ts';
import { warningsOf, type ReasonedRule, type Warning } from '../../shared/roster/guards.ts';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import type { LiveRoster, LiveState } from './live-roster.ts';
import { WarnedCases } from './OverrideCases.tsx';
import styles from './roster.module.css';

type Asked = {
  readonly state: LiveState;
  readonly warnings: readonly Warning[];
};
type Reasons = Partial<Record<ReasonedRule, string>>;

/** How many people are missing on all shifts together. */
const openIn = ({ live }: LiveState) =>
  live.cover.reduce((sum, { there, minimum }) => sum + Math.max(0, minimum - there), 0);

/** Freezes the draft. Where a guard warns, it asks first why it is published all the same. */
export function PublishButton({ roster }: { readonly roster: LiveRoster }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, setAsked] = useState<Asked | null>(null);
  const publish = useCommand(api.roster.publish, {
    done: ({ duties, unanswered }) =>
      announce(
        unanswered > 0
          ? t(($) => $.roster.publishedUnanswered, { count: unanswered })
          : t(($) => $.roster.published, { duties }),
      ),
  });
  const ask = () => {
    const state = roster.state();
    setAsked({ state, warnings: warningsOf(state.live.people.flat()) });
  };
  const run = (rosterId: string, reasons: Reasons) => {
    setAsked(null);
    const overrides = (asked?.warnings ?? []).flatMap(({ rule }) => {
      const reason = reasons[rule]?.trim();
      return reason ? [{ rule, reason }] : [];
    });
    // What was typed last is written down before it is frozen.
    void roster.pen.flush().then(() => publish.run({ rosterId, overrides }));
  };
  return (
    <>
      <Button loading={publish.running} onClick={ask}>
        {t(($) => $.roster.publish)}
      </Button>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        size={asked && asked.warnings.length > 0 ? '40rem' : 'md'}
        title={
          asked && t(($) => $.roster.publishTitle, { month: monthText(asked.state.view.month, language) })
        }
        closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
      >
        {asked && <PublishForm asked={asked} close={() => setAsked(null)} run={run} />}
      </Modal>
    </>
  );
}

type FormProps = {
  readonly asked: Asked;
  readonly close: () => void;
  readonly run: (rosterId: string, reasons: Reasons) => void;
};

function PublishForm({ asked: { state, warnings }, close, run }: FormProps) {
  const { t } = useTranslation();
  const { view } = state;
  const [typed, setTyped] = useState<Reasons>({});
  const published = view.versions.find((version) => version.state === 'published');
  // What was said of the version before usually still holds: it stands there to be changed.
  const before = useQuery(
    requests.roster.guards.overrides.queryOptions({
      input: published && warnings.length > 0 ? { rosterId: published.id } : skipToken,
    }),
  );
  const reasonOf = (rule: ReasonedRule) =>
    typed[rule] ?? before.data?.find((kept) => kept.rule === rule)?.reason ?? '';
  const isComplete = warnings.every(({ rule }) => reasonOf(rule).trim() !== '');
  const open = openIn(state);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        run(view.roster?.id ?? '', Object.fromEntries(warnings.map(({ rule }) => [rule, reasonOf(rule)])));
      }}
    >
      <p>{t(($) => $.roster.publishHint)}</p>
      {open > 0 && <p>{t(($) => $.roster.publishOpen, { count: open })}</p>}
      {warnings.length > 0 && <p>{t(($) => $.guards.publishWarned, { count: warnings.length })}</p>}
      {warnings.map((warning) => (
        <section key={warning.rule} className={styles['warning']}>
          <WarnedCases warning={warning} people={view.people} />
          <Textarea
            label={t(($) => $.guards.reasonFor, { rule: t(($) => $.guards.rules[warning.rule]) })}
            placeholder={t(($) => $.guards.reasonPlace)}
            required
            autosize
            minRows={1}
            maxRows={4}
            maxLength={200}
            value={reasonOf(warning.rule)}
            onChange={(event) => setTyped({ ...typed, [warning.rule]: event.currentTarget.value })}
          />
        </section>
      ))}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t(($) => $.kit.cancel)}
        </Button>
        <Button type="submit" disabled={!isComplete} data-autofocus={warnings.length === 0 || undefined}>
          {t(($) => $.roster.publish)}
        </Button>
      </Group>
    </form>
  );
}
