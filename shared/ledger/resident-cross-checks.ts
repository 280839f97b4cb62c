import { isCitizenId } from '../identity/citizen-id.ts';
import { compareWithRecord } from './compare-with-record.ts';
import type { Proposal } from './kinds.ts';
import { residentFacts } from './known-facts.ts';
import type { KnownFacts, KnownHouse } from './known.ts';
import { bedText, type BedPlace } from './read-bed.ts';
import type { ResidentDraft } from './resident-draft.ts';

/** Holds residents against each other and against the house: who is here already, whose number or bed is somebody else's. */
export function crossCheckResidents(drafts: readonly ResidentDraft[], known: KnownHouse): void {
  const rows = drafts.filter((draft) => !draft.leftOut);
  findThoseHereAlready(rows, known);
  const coming = rows.filter((draft) => draft.recordId === null);
  refuseNumbersOfOthers(coming, rows);
  for (const draft of coming) holdCertificateAgainstId(draft);
  refuseBedsOfOthers(coming, known);
}

function findThoseHereAlready(rows: readonly ResidentDraft[], known: KnownHouse): void {
  const byNumber = new Map(
    known.residents.flatMap((one) => (one.nationalId ? [[one.nationalId, one] as const] : [])),
  );
  const inDoubt = Map.groupBy(
    known.residents.filter((one) => one.nationalId === null && one.inHouse),
    (one) => one.name,
  );
  for (const draft of rows) {
    if (draft.recordId) continue;
    const same = draft.id ? byNumber.get(draft.id.number) : undefined;
    if (same && same.name === draft.name) {
      draft.recordId = same.id;
      compareWithRecord(draft.reader, factsOf(draft), same.facts);
    } else if (same)
      draft.reader.fault('nationalId', 'duplicate-id', {
        other: same.name,
        proposal: idOfCertificate(draft, byNumber),
      });
    else if (draft.name && inDoubt.has(draft.name))
      draft.reader.fault('name', 'in-doubt-already', { other: draft.name });
  }
}

function factsOf({ rest, certificate, bed }: ResidentDraft): KnownFacts {
  return residentFacts({ ...rest, certificateNo: certificate?.number ?? null, bed: bed && bedText(bed) });
}

/**
 * One number on several rows belongs to the one whose certificate carries it (or, when they are one person written twice, to
 * the first row). When that cannot be told, every one of them is in doubt.
 */
function refuseNumbersOfOthers(coming: readonly ResidentDraft[], rows: readonly ResidentDraft[]): void {
  const numbers = new Map(rows.flatMap((draft) => (draft.id ? [[draft.id.number, draft] as const] : [])));
  const withNumber = coming.filter((draft) => draft.id && !draft.reader.isDoubtful('nationalId'));
  for (const [number, group] of Map.groupBy(withNumber, (draft) => draft.id?.number ?? '')) {
    if (group.length < 2) continue;
    const carriers = group.filter((draft) => draft.certificate?.nationalId === number);
    const pool = carriers.length > 0 ? carriers : group;
    const isOnePerson = pool.every((draft) => draft.name === pool[0]?.name);
    const owner = isOnePerson ? pool[0] : undefined;
    for (const draft of group) {
      if (draft === owner) continue;
      const others = group
        .filter((other) => other !== draft)
        .map((other) => `${other.name ?? ''}（${other.reader.row.number}）`);
      draft.reader.fault('nationalId', 'duplicate-id', {
        other: others.join('、'),
        proposal: idOfCertificate(draft, numbers),
      });
    }
  }
}

function idOfCertificate(
  { certificate }: ResidentDraft,
  taken: ReadonlyMap<string, unknown>,
): Proposal | null {
  const number = certificate?.nationalId ?? '';
  return isCitizenId(number) && !taken.has(number) ? { text: number, why: 'certificate' } : null;
}

/** Only against a number that is right by itself: a wrong one is reported once, as such. */
function holdCertificateAgainstId({ id, certificate, reader }: ResidentDraft): void {
  if (!id || !certificate || certificate.nationalId === id.number || reader.isDoubtful('nationalId')) return;
  const ownIdIsWrong = !isCitizenId(certificate.nationalId);
  const proposal = ownIdIsWrong
    ? { text: id.number + certificate.number.slice(18), why: 'id' as const }
    : null;
  reader.fault('certificateNo', 'cert-id-mismatch', { proposal, other: certificate.nationalId });
}

/** A bed belongs to whoever sleeps in it by the house's record, else to the row that names it first. */
function refuseBedsOfOthers(coming: readonly ResidentDraft[], known: KnownHouse): void {
  const taken = new Map(known.residents.flatMap((one) => (one.bed ? [[one.bed, one.name] as const] : [])));
  const places = coming.map((draft) => draft.bed);
  for (const [index, draft] of coming.entries()) {
    if (!draft.bed) continue;
    const label = bedText(draft.bed);
    const holder = taken.get(label);
    if (holder === undefined) {
      taken.set(label, `${draft.name ?? ''}（${draft.reader.row.number}）`);
      continue;
    }
    const free = freeNeighbour(places[index - 1] ?? null, places[index + 1] ?? null, places, taken);
    draft.reader.fault(draft.reader.has('bed') ? 'bed' : 'room', 'bed-taken-twice', {
      other: holder,
      proposal: free,
    });
  }
}

/** Ledgers are written bed after bed: the one free bed right after the row above or right before the row below. */
function freeNeighbour(
  above: BedPlace | null,
  below: BedPlace | null,
  places: readonly (BedPlace | null)[],
  taken: ReadonlyMap<string, unknown>,
): Proposal | null {
  const named = new Set(places.flatMap((place) => (place ? [bedText(place)] : [])));
  const most = Math.max(...places.map((place) => place?.number ?? 0));
  const candidates = [
    ...(above && above.number < most ? [{ room: above.room, number: above.number + 1 }] : []),
    ...(below && below.number > 1 ? [{ room: below.room, number: below.number - 1 }] : []),
  ].map(bedText);
  const free = [...new Set(candidates)].filter((label) => !named.has(label) && !taken.has(label));
  return free.length === 1 ? { text: free[0] ?? '', why: 'free-neighbour' } : null;
}
