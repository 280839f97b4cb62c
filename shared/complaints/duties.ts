import type { ComplaintKind, StepKind } from './kinds.ts';

/** Whom the centre has to tell. */
export type Duty = 'police' | 'civil-affairs' | 'guardian';

const dutiesOf: Record<ComplaintKind, readonly Duty[]> = {
  violence: ['police', 'civil-affairs', 'guardian'],
  sexual: ['police', 'civil-affairs', 'guardian'],
  bullying: ['civil-affairs', 'guardian'],
  neglect: ['civil-affairs', 'guardian'],
  property: ['guardian'],
  other: [],
};

/** Within how many hours of its being recorded the centre means to have told them, unless the director set another number. */
export const USUAL_HOURS = 24;
const HOUR = 3_600_000;

/**
 * What the director is reminded of: a reminder, never a bar. Confirmed by the texts: 反家庭暴力法 第十四条 (a welfare institution
 * that finds a person of no or limited capacity harmed, or thought to be, by family tells the police in good time, and 第三十五条
 * punishes that it did not), 残疾人保障法 第四十九条 and 第六十五条 (abuse by the staff of a centre is punished), 刑法 第二百六十条之一
 * (虐待被监护、看护人). Not confirmed: that the duty of 第十四条 reaches harm by staff, to whom else it must be told, and within
 * which hours; therefore these are worded as advice and the hours are a setting.
 */
export function openDuties(kind: ComplaintKind, steps: readonly { readonly kind: StepKind }[]): Duty[] {
  return dutiesOf[kind].filter((duty) => !steps.some((step) => step.kind === duty));
}

/** Whether the hours are over; both instants as ISO text. */
export function isLate(recordedAt: string, at: string, hours: number): boolean {
  return Date.parse(at) - Date.parse(recordedAt) > hours * HOUR;
}
