import { firstDay, type Month } from '../../shared/calendar/day.ts';
import type { Client } from './house.ts';

/** A draft of a month by a rotation that everybody follows, each a day later than the one before: lawful, and made at once. */
export async function aRotatedDraft(director: Client, month: Month, cells = 'DDDN--') {
  const people = (await director.caregivers.list({})).map(({ id }) => id).toSorted();
  const { id } = await director.roster.rotation.save({ id: null, name: `轮班 ${month}`, cells });
  await director.roster.rotation.assign({
    patternId: id,
    startsOn: firstDay(month),
    people: people.map((caregiverId, index) => ({ caregiverId, offset: index % cells.length })),
  });
  await director.roster.rotation.lay({ month });
  const view = await director.roster.open({ month });
  return { view, rosterId: view.roster?.id ?? '' };
}
