import type { MonthRow } from '../../shared/health/contract.ts';
import { flagsOf, type Flag, type Flags } from '../../shared/health/judgement.ts';
import type { UsualRanges } from '../../shared/health/ranges.ts';
import { noVitals, shownVital, vitalKeys, type VitalKey } from '../../shared/health/vitals.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import type { CheckupWords } from './cell-words.ts';
import { FlaggedValue } from './FlaggedValue.tsx';

type Facts = {
  readonly words: Words<Messages>;
  readonly language: Language;
  readonly ranges: UsualRanges;
  readonly withSuperseded: boolean;
};

const single = ['temperature', 'pulse', 'respiration'] as const;
const afterPressure = ['oxygen', 'glucose', 'weight'] as const;

/** The columns of a month's list, in the order of the paper sheet. */
export function monthColumns({
  words,
  language,
  ranges,
  withSuperseded,
}: Facts): readonly Column<MonthRow>[] {
  const own = words.checkups;
  const flagsIn = ({ values }: MonthRow) => flagsOf(values, ranges, noVitals);
  const signs = (flags: readonly Flag[]) => [...new Set(flags)].map((flag) => own.marks[flag]).join('');
  const vital = (key: VitalKey): Column<MonthRow> => ({
    key,
    title: `${own.vitals[key]} ${own.units[key]}`,
    width: 80,
    align: 'end',
    value: ({ values }) => (values[key] === null ? null : Number(shownVital(key, values[key]))),
    cell: (row) => {
      const value = row.values[key];
      if (value === null) return '';
      return <FlaggedValue text={shownVital(key, value)} mark={signs(flagsIn(row)[key] ?? [])} />;
    },
  });
  const columns: (Column<MonthRow> | false)[] = [
    {
      key: 'day',
      title: own.day,
      width: 88,
      value: ({ day }) => day,
      cell: ({ day, round }) =>
        round > 1 ? `${shortDayText(day, language)} (${round})` : shortDayText(day, language),
    },
    { key: 'bed', title: own.bed, width: 68, value: ({ bed }) => bed || null },
    { key: 'name', title: own.resident, width: 84, filter: 'text', value: ({ name }) => name },
    ...single.map(vital),
    {
      key: 'pressure',
      title: `${own.pressure} mmHg`,
      width: 104,
      align: 'end',
      value: ({ values: { systolic, diastolic } }) =>
        systolic === null || diastolic === null ? null : `${systolic}/${diastolic}`,
      cell: (row) => {
        const { systolic, diastolic } = row.values;
        if (systolic === null || diastolic === null) return '';
        const flags = flagsIn(row);
        const found = [...(flags.systolic ?? []), ...(flags.diastolic ?? [])];
        return <FlaggedValue text={`${systolic}/${diastolic}`} mark={signs(found)} />;
      },
    },
    ...afterPressure.map(vital),
    {
      key: 'unusual',
      title: own.unusual,
      filter: 'text',
      value: (row) => unusualText(flagsIn(row), row.confirmed, own) || null,
    },
    withSuperseded && {
      key: 'superseded',
      title: own.state,
      width: 92,
      filter: 'choice',
      value: ({ superseded }) => (superseded ? own.superseded[superseded.kind] : own.states.done),
      cell: ({ superseded }) => (
        <StatusBadge tone={superseded ? 'plain' : 'good'}>
          {superseded ? own.superseded[superseded.kind] : own.states.done}
        </StatusBadge>
      ),
    },
    { key: 'doer', title: own.doer, width: 84, value: ({ doer }) => doer.name || own.unknownPerson },
    // Who did it and who typed it are two facts of every record of care (design.md 1).
    { key: 'typist', title: own.typist, width: 84, value: ({ typist }) => typist.name || own.unknownPerson },
    { key: 'note', title: own.note, value: ({ note }) => note },
  ];
  return columns.filter((column) => column !== false);
}

/** `收缩压偏高、体重变化较大`: what is outside its range, and what was confirmed because it had changed much. */
function unusualText(flags: Flags, confirmed: readonly VitalKey[], words: CheckupWords): string {
  const named = vitalKeys.flatMap((key) => {
    const [flag] = flags[key] ?? [];
    if (flag) return [`${words.vitals[key]}${words.shortFlagOf[flag]}`];
    return confirmed.includes(key) ? [`${words.vitals[key]}${words.changed}`] : [];
  });
  return named.join(words.and);
}
