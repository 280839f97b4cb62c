/** Rooms as people say them: 101、102、103、105 are `101–103` and `105`; names that are no numbers stand for themselves. */
export function roomRanges(rooms: readonly string[]): string[] {
  const known = [...new Set(rooms)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const ranges: { first: string; last: string }[] = [];
  for (const room of known) {
    const open = ranges.at(-1);
    if (open && /^\d+$/.test(room) && Number(open.last) + 1 === Number(room)) open.last = room;
    else ranges.push({ first: room, last: room });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}–${last}`));
}
