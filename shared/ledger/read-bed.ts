import { doubt, read, BLANK_READING, type Reading } from './reading.ts';
import { squeeze } from './text.ts';
import type { Cell } from './workbook.ts';

export type BedPlace = { readonly room: string; readonly number: number };

/** `101-1`: the form that the preview, the report and the bed board use. */
export function bedText({ room, number }: BedPlace): string {
  return `${room}-${number}`;
}

/** Reads `101-1`, `102房1床`, `102室2号`, `102房间2号床`, `1楼102-1`; a room alone is no bed. */
export function readBed(cell: Cell): Reading<BedPlace> {
  const text = squeeze(cell.text);
  if (cell.error) return doubt('unreadable');
  if (text === '' || /^[-/无]$/.test(text)) return BLANK_READING;
  const plain = text.replace(/^\d+(?:楼|层)/, '').replace(/号床$/, '床');
  const parts =
    /^(?:房间?)?([A-Za-z]?\d{1,4})(?:号?房间?|室|[-—–_/、.#]|号房)+(\d{1,2})(?:号|床|床位|号床位)?$/.exec(
      plain,
    );
  if (!parts) return doubt('unreadable');
  const place = { room: (parts[1] ?? '').toUpperCase(), number: Number(parts[2]) };
  if (place.number < 1) return doubt('unreadable');
  return read(place, bedText(place), bedText(place) === cell.text ? null : 'bed-style');
}

/** The same from two columns, a room and a bed in it. */
export function readRoomAndBed(room: Cell, bed: Cell): Reading<BedPlace> {
  if (squeeze(room.text) === '' && squeeze(bed.text) === '') return BLANK_READING;
  const joined = readBed({
    text: `${squeeze(room.text).replace(/(号?房间?|室)$/, '')}-${squeeze(bed.text).replace(/(号床|床|号)$/, '')}`,
  });
  return joined.value ? read(joined.value, joined.shown) : joined;
}
