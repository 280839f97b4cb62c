/**
 * Money is an integer number of fen (1 yuan = 100 fen) everywhere: in the database, in the contract and in the rules.
 * It is rounded once, at the end of each line, half away from zero.
 */
export type Fen = number;

/** Rounds an exact result to whole fen, half away from zero; floating dust below a ten-millionth of a fen is ignored. */
export function roundFen(exact: number): Fen {
  if (!Number.isFinite(exact)) throw new RangeError(`not an amount: ${exact}`);
  const magnitude = Math.abs(exact);
  const rounded = Math.floor(magnitude + 0.5 + 1e-7);
  return exact < 0 ? -rounded || 0 : rounded;
}

/** Yuan as written by people, to fen. */
export function fen(yuan: number): Fen {
  return roundFen(yuan * 100);
}

export function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** `123456` → `1,234.56`; the same in both languages, for screens and forms. */
export function formatFen(amount: Fen): string {
  const [sign, magnitude] = [amount < 0 ? '-' : '', Math.abs(amount)];
  const yuan = String(Math.floor(magnitude / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${yuan}.${String(magnitude % 100).padStart(2, '0')}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

function capitalGroup(group: number): string {
  let text = '';
  let gap = false;
  for (const [unit, place] of [
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(group / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += DIGITS[digit] + place;
  }
  return text;
}

/**
 * An amount in Chinese capitals, as vouchers and pay sheets carry it: `200005` fen → `贰仟元零伍分`.
 * Source: 支付结算办法 annex (正确填写票据和结算凭证的基本规定), rules for 零, 整 and 正.
 */
export function capitals(amount: Fen): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole fen: ${amount}`);
  const magnitude = Math.abs(amount);
  const [yuan, jiao, cent] = [Math.floor(magnitude / 100), Math.floor(magnitude / 10) % 10, magnitude % 10];
  let text = '';
  const groups = [Math.floor(yuan / 1e8), Math.floor(yuan / 1e4) % 1e4, yuan % 1e4];
  for (const [index, place] of ['亿', '万', ''].entries()) {
    const group = groups[index] ?? 0;
    if (group === 0) continue;
    const afterGap = text !== '' && (group < 1000 || (groups[index - 1] ?? 1) === 0);
    text += (afterGap ? '零' : '') + capitalGroup(group) + place;
  }
  if (text !== '') text += '元';
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (cent > 0 && text !== '') text += '零';
  if (cent > 0) text += `${DIGITS[cent]}分`;
  if (text === '') text = '零元';
  if (cent === 0) text += '整';
  return amount < 0 ? `负${text}` : text;
}
