import { REST, type CompiledModel, type CompiledPerson } from '../compile.ts';
import type { Measure } from '../rule.ts';

/** What is paid beyond the ordinary wage, in minutes of it. */
export type Premium = { readonly measure: Measure; readonly most: number; readonly weight: number };

/** 劳动法 44: beyond the ordinary hours at least half as much again, on statutory holidays at least three times. */
const BEYOND_ORDINARY = 1.5;
const ON_HOLIDAYS = 3;
/** A night's allowance of some twenty yuan is about so many minutes of a caregiver's wage; payroll reckons the real one. */
const NIGHT = 90;

const add =
  (amount: (at: number, shift: number) => number): Measure['add'] =>
  (at, _worked, shift) =>
    shift === REST ? 0 : amount(at, shift);

/** Every minute above `most` of the measure costs `weight`. Minutes, so that no wage has to be known here. */
export function premiums({ minutes, night, holiday }: CompiledModel, person: CompiledPerson): Premium[] {
  const all: Measure = { id: 'minutes', add: add((_at, shift) => minutes[shift] ?? 0) };
  const nights: Measure = { id: 'nights', add: add((_at, shift) => night[shift] ?? 0) };
  const holidays: Measure = {
    id: 'holidayMinutes',
    add: add((at, shift) => (holiday[at] === 1 ? (minutes[shift] ?? 0) : 0)),
  };
  return [
    { measure: all, most: person.ordinaryMinutes, weight: BEYOND_ORDINARY },
    { measure: nights, most: 0, weight: NIGHT },
    { measure: holidays, most: 0, weight: ON_HOLIDAYS },
  ];
}
