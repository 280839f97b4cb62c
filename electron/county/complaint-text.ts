import { isDay } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import { inGroups } from '../../shared/package/bytes.ts';
import type { OpenedComplaint } from './open-complaint.ts';

/** An opened letter as the county reads it on its screen. */
export function complaintText({ letter, signed }: OpenedComplaint, language: Language): string {
  const { complaints, packages } = messages[language];
  const words = packages.command.complaint;
  const { fields } = complaints;
  const none = words.none;
  const day = isDay(letter.happened_on) ? dayText(letter.happened_on, language) : letter.happened_on;
  const teller = [complaints.tellers[letter.teller], letter.teller_name].filter((part) => part !== '');
  const lines: readonly (readonly [string, string])[] = [
    [fields.kind, complaints.kinds[letter.kind]],
    [fields.concernKind, [complaints.concernKinds[letter.concern_kind], letter.concern].join(' ').trim()],
    [fields.resident, letter.resident || none],
    [fields.happenedOn, `${day} ${letter.happened_time}`.trim()],
    [fields.place, letter.where],
    [fields.teller, teller.join(' ')],
    [fields.said, letter.said],
    [fields.doneAtOnce, letter.done_at_once],
    [fields.doer, letter.doer],
    [fields.recordedBy, letter.typist],
    [fields.recordedAt, letter.sealed_at],
  ];
  const before =
    letter.before_sha256 === null
      ? words.first
      : fill(words.before, { place: letter.place - 1, hash: inGroups(letter.before_sha256) });
  return [
    fill(words.head, { name: letter.center_name, center: letter.center, number: letter.number }),
    ...lines.map(([label, value]) => `  ${fill(words.line, { label, value: indented(value) })}`),
    fill(words.place, { place: letter.place }),
    before,
    words.signed[signed],
    words.protect,
  ].join('\n');
}

/** Lines of a text stand below each other. */
const indented = (text: string) => text.replaceAll(/\r?\n/g, '\n    ');
