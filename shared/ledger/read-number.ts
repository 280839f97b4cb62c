import { fen, type Fen } from '../money/money.ts';
import { doubt, read, BLANK_READING, type Reading } from './reading.ts';
import { squeeze } from './text.ts';
import type { Cell } from './workbook.ts';

/** More than this is no monthly wage of a township centre but a slip (yuan). */
const HIGHEST_WAGE = 100_000;

/** Reads yuan as clerks write them, to fen: `2000`, `2000元`, `￥2,000.00`, `2000元/月`. */
export function readYuan(cell: Cell): Reading<Fen> {
  const text = squeeze(cell.text);
  if (cell.error) return doubt('unreadable');
  if (text === '' || /^[-/无]$/.test(text)) return BLANK_READING;
  const plain = text
    .replace(/^[¥￥]|^人民币/, '')
    .replace(/(\/月|每月)$/, '')
    .replace(/元(整|正)?$/, '');
  const grouped = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^\d{1,7}([.。]\d{1,2}0*)?$/.test(grouped)) return doubt('unreadable');
  const yuan = Number(grouped.replace('。', '.'));
  if (yuan > HIGHEST_WAGE) return doubt('unreadable');
  const shown = String(yuan);
  return read(fen(yuan), shown, cell.number !== undefined || cell.text === shown ? null : 'unit');
}

/** A count of things: `1`, `1台`, `2 张`. */
export function readQuantity(cell: Cell): Reading<number> {
  const text = squeeze(cell.text);
  if (cell.error) return doubt('unreadable');
  if (text === '') return BLANK_READING;
  const parts = /^(\d{1,4})(?:\.0+)?(?:台|个|张|件|辆|副|把|套|只|条|床|支|根|双)?$/.exec(text);
  const quantity = Number(parts?.[1]);
  if (!parts || quantity < 1) return doubt('unreadable');
  return read(
    quantity,
    String(quantity),
    cell.number !== undefined || cell.text === String(quantity) ? null : 'unit',
  );
}
