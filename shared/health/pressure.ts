import { plainText } from './plain-text.ts';
import { BLANK, type Empty, type Mend, type Unreadable } from './reading.ts';
import { isPossible } from './vitals.ts';

export type PressureReading =
  | Empty
  | Unreadable
  /** Only one of the two numbers stands there. */
  | { readonly kind: 'half' }
  | {
      readonly kind: 'read';
      readonly systolic: number;
      readonly diastolic: number;
      readonly mend: Mend | null;
    };

/**
 * Reads blood pressure as it is written: `120/80`, `120 80`, `120-80`, `120／80mmHg`, `120.80` and `120+80` of the numeric
 * keypad, `高压120低压80`, and `12080` where only one way to cut it can be true. Never throws.
 */
export function readPressure(text: string): PressureReading {
  const plain = plainText(text);
  if (BLANK.test(plain)) return { kind: 'empty' };
  const named = /^(?:收缩压|高压)\s*[:=]?\s*(\d{1,3})\D{0,4}(?:舒张压|低压)\s*[:=]?\s*(\d{1,3})$/.exec(plain);
  const pair = named ?? /^(\d{1,3})\s*(?:[-/\\.,+*|:;]|\s)\s*(\d{1,3})$/.exec(plain);
  if (pair) {
    const written = `${pair[1]}/${pair[2]}`;
    return {
      kind: 'read',
      systolic: Number(pair[1]),
      diastolic: Number(pair[2]),
      mend: written === text.trim() ? null : 'tidied',
    };
  }
  if (/^\d{1,3}[-/\\.,+*|:;]?$/.test(plain)) return { kind: 'half' };
  return /^\d{4,6}$/.test(plain) ? cut(plain) : { kind: 'unreadable' };
}

/** Cuts `12080` in two where exactly one cut gives a pressure that can be true. */
function cut(digits: string): PressureReading {
  const cuts = [2, 3]
    .map((place) => [digits.slice(0, place), digits.slice(place)] as const)
    .filter(([, second]) => second.length >= 2 && second.length <= 3 && !second.startsWith('0'))
    .map(([first, second]) => ({ systolic: Number(first), diastolic: Number(second) }))
    .filter(({ systolic, diastolic }) => {
      return systolic > diastolic && isPossible('systolic', systolic) && isPossible('diastolic', diastolic);
    });
  const [only] = cuts;
  return only && cuts.length === 1
    ? { kind: 'read', ...only, mend: 'pressure-split' }
    : { kind: 'unreadable' };
}
