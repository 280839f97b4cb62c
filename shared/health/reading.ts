import { plainText } from './plain-text.ts';
import { isPossible, vitals, type VitalKey } from './vitals.ts';

/** How what was typed was understood beyond its letter; the reading is shown so that the nurse sees it before saving. */
export type Mend =
  | 'point-added'
  | 'point-mended'
  | 'rounded'
  | 'jin-to-kilogram'
  | 'pressure-split'
  | 'tidied';

export type Unreadable = { readonly kind: 'unreadable' };
export type Empty = { readonly kind: 'empty' };
export type Read = {
  readonly kind: 'read';
  /** Whole number, in tenths where the vital has a decimal. It may still be impossible: judge() says so. */
  readonly value: number;
  readonly mend: Mend | null;
};
export type Reading = Empty | Unreadable | Read;

/** `-`, `/`, 未测 and 拒测 stand for "not measured" on the paper sheets. */
export const BLANK = /^([-/\\]+|无|未测|未查|拒测|拒绝|略)?$/;

/**
 * Reads what a nurse types or a workbook holds for one vital: `36.5`, `365` (only where 365 cannot be true and 36.5 can),
 * `36。6`, `３６．６`, `36..5`, `36 5`, `98%`, `116斤`. Never throws.
 */
export function readVital(key: VitalKey, text: string): Reading {
  const plain = plainText(text);
  if (BLANK.test(plain)) return { kind: 'empty' };
  if (key === 'weight' && /^\d{2,3}(\.\d{1,2})?\s*斤$/.test(plain)) {
    return read(Math.round(Number.parseFloat(plain) * 5), 'jin-to-kilogram');
  }
  const tidy = plain.replace(/\s+/g, ' ');
  if (/^\d{1,4}$/.test(tidy)) return wholeNumber(key, Number(tidy), tidy === text.trim() ? null : 'tidied');
  const parts = /^(\d{1,4})([., ]+)(\d{0,12})$/.exec(tidy);
  if (!parts) return { kind: 'unreadable' };
  const [, whole = '', separator = '', fraction = ''] = parts;
  // `1,234` or `36 55` is no number anybody writes here: only one digit may follow a sign that is not a point.
  if (separator !== '.' && !/^\.+$/.test(separator) && fraction.length !== 1) return { kind: 'unreadable' };
  return decimalNumber(key, whole, fraction, text.trim() === `${whole}.${fraction}` ? null : 'point-mended');
}

function wholeNumber(key: VitalKey, typed: number, mend: Mend | null): Reading {
  if (vitals[key].decimals === 0) return read(typed, mend);
  const [asTyped, withPoint] = [typed * 10, typed];
  // Only when the number as typed cannot be true, and with a point it can, is the point put in.
  return !isPossible(key, asTyped) && isPossible(key, withPoint)
    ? read(withPoint, 'point-added')
    : read(asTyped, mend);
}

function decimalNumber(key: VitalKey, whole: string, fraction: string, mend: Mend | null): Reading {
  const { decimals } = vitals[key];
  const significant = fraction.replace(/0+$/, '');
  const scaled = Math.round(Number(`${whole}.${fraction || '0'}`) * (decimals === 1 ? 10 : 1));
  return read(scaled, significant.length > decimals ? 'rounded' : mend);
}

function read(value: number, mend: Mend | null): Read {
  return { kind: 'read', value, mend };
}
