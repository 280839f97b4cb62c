import type { Happening } from './contract.ts';

type Told = { readonly recorded_at: string; readonly recorded_by: string };
type Ended = Told & {
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly end_reason: string | null;
  readonly end_recorded_at: string | null;
  readonly end_recorded_by: string | null;
};

export type Sources = {
  readonly resident: Told & { readonly admitted_on: string | null };
  readonly corrections: readonly (Told & {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly reason: string;
  })[];
  readonly doubts: readonly {
    readonly field: string;
    readonly kind: string;
    readonly resolved_at: string | null;
    readonly resolved_by: string | null;
    readonly resolution: string | null;
  }[];
  readonly stays: readonly (Ended & { readonly label: string })[];
  readonly pairings: readonly (Ended & { readonly caregiver: string })[];
  readonly devices: readonly (Ended & { readonly code: string; readonly device: string })[];
};

const nothing = { field: null, before: null, after: null, reason: null, on: null };

/** Everything that happened to a file as one list, newest first, told by who entered it and when. */
export function timelineOf(sources: Sources, nameOf: (id: string) => string): Happening[] {
  const tell = (
    at: string,
    by: string,
    kind: Happening['kind'],
    what: string,
    more: Partial<Happening> = {},
  ) => ({
    ...nothing,
    at,
    by: nameOf(by),
    kind,
    what,
    ...more,
  });
  const span = (
    row: Ended,
    begun: Happening['kind'],
    ended: Happening['kind'],
    what: string,
  ): Happening[] => {
    const begin = tell(row.recorded_at, row.recorded_by, begun, what, { on: row.starts_on });
    if (row.ends_on === null || row.end_recorded_at === null || row.end_recorded_by === null) return [begin];
    const more = { on: row.ends_on, reason: row.end_reason };
    return [begin, tell(row.end_recorded_at, row.end_recorded_by, ended, what, more)];
  };

  const { resident } = sources;
  const happenings = [
    tell(resident.recorded_at, resident.recorded_by, 'recorded', '', { on: resident.admitted_on }),
    ...sources.corrections.map(({ recorded_at, recorded_by, field, before, after, reason }) =>
      tell(recorded_at, recorded_by, 'corrected', '', { field, before, after, reason }),
    ),
    ...sources.doubts.flatMap(({ resolved_at, resolved_by, field, kind, resolution }) =>
      resolved_at === null || resolved_by === null
        ? []
        : [tell(resolved_at, resolved_by, 'doubt-resolved', kind, { field, reason: resolution })],
    ),
    ...sources.stays.flatMap((row) => span(row, 'bed-given', 'bed-left', row.label)),
    ...sources.pairings.flatMap((row) => span(row, 'paired', 'unpaired', row.caregiver)),
    ...sources.devices.flatMap((row) =>
      span(row, 'device-issued', 'device-returned', `${row.code} ${row.device}`),
    ),
  ];
  // Of one and the same instant the opening of the file is the oldest.
  const opens = ({ kind }: Happening) => Number(kind === 'recorded');
  return happenings.toSorted((a, b) => b.at.localeCompare(a.at) || opens(a) - opens(b));
}
