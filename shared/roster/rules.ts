import type { RosterModel } from './model.ts';
import type { PersonRule } from './rule.ts';
import * as cells from './rules-of-cells.ts';
import * as guards from './rules-of-guards.ts';
import * as month from './rules-of-month.ts';
import * as sequence from './rules-of-sequence.ts';

/** The rules of one person, hard ones first. With comprehensive hours approved, the extension limits only warn. */
export function personRules({
  limits,
  weights,
}: Pick<RosterModel, 'limits' | 'weights'>): readonly PersonRule[] {
  const extensionIsHard = !limits.comprehensiveHours;
  const rules = [
    cells.leave,
    cells.notEmployed,
    cells.shiftNotAllowed,
    cells.protectedNight,
    guards.workElsewhere,
    ...(limits.uncertifiedIsHard ? [guards.uncertifiedForbids] : []),
    sequence.restBetween,
    sequence.weeklyRest,
    sequence.mostDaysInARow,
    sequence.leastDaysInARow,
    sequence.leastRestInARow,
    sequence.nightsInARow,
    sequence.minutesInAWeek,
    cells.dailyExtension(extensionIsHard),
    month.protectedHours,
    month.monthlyExtension(extensionIsHard),
    month.mostOfShift,
    month.leastMinutes,
    month.mostMinutes,
    month.mostWeekends,
    ...(limits.uncertifiedIsHard ? [] : [guards.uncertifiedWarns]),
    guards.doublePost,
    cells.locked,
    cells.changedCell,
    cells.changedPerson,
    cells.request,
    month.overtime,
    sequence.restAfterNight,
    sequence.longRun,
    sequence.singleRest,
    sequence.singleShift,
    month.fairHours,
    month.fairNights,
    month.fairWeekends,
    month.fairHolidays,
  ];
  return rules.flatMap((rule) => {
    const weight = rule.hard ? rule.weight : (weights[rule.key] ?? rule.weight);
    return weight === 0 ? [] : [weight === rule.weight ? rule : { ...rule, weight }];
  });
}
