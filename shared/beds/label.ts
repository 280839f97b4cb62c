/** What people call a bed: room and number, `102-1`. Unique in the house. */
export function bedLabel(room: string, number: number): string {
  return `${room}-${number}`;
}
