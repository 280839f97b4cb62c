import type { Day } from '../calendar/day.ts';
import { readCertificate, type Certificate } from '../identity/certificate.ts';
import { fromOldNumber, readCitizenId, type CitizenId } from '../identity/citizen-id.ts';
import { doubt, read, spellingMend, BLANK_READING, type Reading } from './reading.ts';
import { squeeze } from './text.ts';
import type { Cell } from './workbook.ts';

/** A spreadsheet keeps 15 digits of a number: what stood behind them is gone from the file. */
function hasLostDigits({ number, text }: Cell): boolean {
  return (number !== undefined && Math.abs(number) >= 1e15) || /^\d(\.\d+)?e\+?\d+$/i.test(squeeze(text));
}

/** The text of an identity number in its exact form: no spaces, plain digits, capital letters. `'` of the spreadsheet is no part. */
export function identityText(cell: Cell): string {
  const whole =
    cell.number !== undefined && Number.isSafeInteger(cell.number) ? String(cell.number) : cell.text;
  return squeeze(whole)
    .replaceAll(/['’`‘.\-—]/g, '')
    .toUpperCase();
}

/** Reads a citizen ID (domain.md 2a). `latest`: nobody is born after it. */
export function readNationalId(cell: Cell, latest: Day): Reading<CitizenId> {
  if (cell.error) return doubt('id-unreadable');
  const text = identityText(cell);
  if (text === '') return BLANK_READING;
  if (hasLostDigits(cell)) return doubt('id-digits-lost');
  const found = readCitizenId(text);
  if (typeof found === 'object') {
    if (found.birthOn > latest) return doubt('id-unreadable');
    return read(found, text, spellingMend(cell.text, text));
  }
  if (found === 'check-digit') return doubt('id-check-digit');
  if (found !== 'length') return doubt('id-unreadable');
  const converted = fromOldNumber(text);
  return /^\d+X?$/.test(text)
    ? doubt('id-length', converted ? { text: converted, why: 'old-number' } : null)
    : doubt('id-unreadable');
}

/**
 * What a certificate number says, even where its own ID part is a digit short: then only category and level can be read from its end.
 */
export function readCertificateNumber(cell: Cell): Reading<Certificate> {
  if (cell.error) return doubt('cert-unreadable');
  const text = identityText(cell);
  if (text === '') return BLANK_READING;
  if (hasLostDigits(cell)) return doubt('id-digits-lost');
  const certificate = readCertificate(text);
  return certificate ? read(certificate, text, spellingMend(cell.text, text)) : doubt('cert-unreadable');
}

/** A mobile or fixed-line number, typed as text or as a number. */
export function readPhone(cell: Cell): Reading<string> {
  const text = identityText(cell)
    .replaceAll(/[()+]/g, '')
    .replace(/^86(?=1\d{10}$)/, '');
  if (cell.error) return doubt('unreadable');
  if (text === '' || /^[/无]$/.test(text)) return BLANK_READING;
  if (!/^(1\d{10}|0\d{9,11}|[2-8]\d{6,7})$/.test(text)) return doubt('unreadable');
  return read(text, text, cell.number === undefined ? spellingMend(cell.text, text) : null);
}

/** A bank card of 12 to 19 digits. */
export function readBankCard(cell: Cell): Reading<string> {
  const text = identityText(cell);
  if (cell.error) return doubt('unreadable');
  if (text === '' || /^[/无]$/.test(text)) return BLANK_READING;
  if (hasLostDigits(cell)) return doubt('id-digits-lost');
  return /^\d{12,19}$/.test(text) ? read(text, text, spellingMend(cell.text, text)) : doubt('unreadable');
}
