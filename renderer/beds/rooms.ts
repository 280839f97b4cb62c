import type { BedBoard, BedOnBoard } from '../../shared/beds/contract.ts';

export type RoomOnBoard = {
  readonly room: string;
  readonly zoneId: string | null;
  readonly beds: readonly BedOnBoard[];
};
type Zone = BedBoard['zones'][number];

/** The rooms of each zone in its order, rooms without a zone last; a zone without rooms is shown too, so that it can be filled. */
export function roomsByZone({ zones, beds }: BedBoard): { zone: Zone | null; rooms: RoomOnBoard[] }[] {
  const rooms = [...Map.groupBy(beds, ({ room }) => room)].map(([room, inRoom]) => ({
    room,
    zoneId: inRoom[0]?.zoneId ?? null,
    beds: inRoom,
  }));
  const without = rooms.filter(({ zoneId }) => zoneId === null);
  const zoned = zones.map((zone) => ({ zone, rooms: rooms.filter(({ zoneId }) => zoneId === zone.id) }));
  return without.length === 0 ? zoned : [...zoned, { zone: null, rooms: without }];
}
