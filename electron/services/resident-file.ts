import { bedQueries } from '../../db/beds.ts';
import { correctionQueries } from '../../db/corrections.ts';
import { deviceQueries } from '../../db/devices.ts';
import { pairingQueries } from '../../db/pairing.ts';
import { residentQueries, type ResidentRow } from '../../db/residents.ts';
import { ageOn, type Day } from '../../shared/calendar/day.ts';
import { may } from '../../shared/contract/permissions.ts';
import { maskNationalId } from '../../shared/identity/masking.ts';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { maskedFields } from '../../shared/residents/facts.ts';
import { timelineOf } from '../../shared/residents/timeline.ts';
import type { Work } from '../core/door.ts';
import { namesOfPeople } from './corrections.ts';
import { factsOf } from './resident-rows.ts';

/** The whole file of a resident as the asker may read it. */
export async function residentFile(work: Work, row: ResidentRow): Promise<ResidentFile> {
  const { db, who, today } = work;
  const [queries, beds] = [residentQueries(db), bedQueries(db)];
  const numbersInFull = who.role === 'director';
  const mask = (field: string, text: string | null) =>
    text === null || numbersInFull || !maskedFields.includes(field) ? text : maskNationalId(text);

  const stay = await beds.currentStayOf(row.id);
  const bed = stay && (await beds.byId(stay.bed_id));
  const zone = bed?.zone_id ? await beds.zoneById(bed.zone_id) : undefined;
  const pairing = await pairingQueries(db).currentOfResident(row.id);
  const doubts = await queries.doubts(row.id);
  const sources = {
    resident: row,
    corrections: await correctionQueries(db).of('resident', row.id),
    doubts,
    stays: await beds.historyOf(row.id),
    pairings: await pairingQueries(db).historyOfResident(row.id),
    devices: await deviceQueries(db).historyOfResident(row.id),
  };
  const nameOf = await namesOfPeople(work);
  const facts = factsOf(row);
  const checkups = may(who.role, 'checkups.read') ? await queries.currentCheckups(row.id) : null;

  return {
    id: row.id,
    ...facts,
    nationalId: mask('nationalId', facts.nationalId),
    certificateNo: mask('certificateNo', facts.certificateNo),
    age: facts.birthOn && ageOn(facts.birthOn, (row.left_on as Day | null) ?? today),
    standing: row.standing,
    leftOn: row.left_on,
    leftReason: row.left_reason,
    numbersInFull,
    bed: stay ? { id: stay.bed_id, label: stay.label } : null,
    zone: zone ? { id: zone.id, name: zone.name } : null,
    caregiver: pairing ? { id: pairing.caregiver_id, name: pairing.caregiver } : null,
    doubts: doubts.map((doubt) => ({
      id: doubt.id,
      field: doubt.field,
      kind: doubt.kind,
      raw: mask(doubt.field, doubt.raw) ?? '',
      proposal: mask(doubt.field, doubt.proposal),
      source: doubt.source,
      recordedAt: doubt.recorded_at,
      resolvedAt: doubt.resolved_at,
      resolvedBy: doubt.resolved_by === null ? null : nameOf(doubt.resolved_by),
      resolution: doubt.resolution,
    })),
    stays: sources.stays.map((span) => ({ ...spanOf(span), bed: span.label })),
    pairings: sources.pairings.map((span) => ({
      ...spanOf(span),
      caregiver: span.caregiver,
      caregiverId: span.caregiver_id,
    })),
    devices: sources.devices.map((span) => ({
      ...spanOf(span),
      deviceId: span.device_id,
      code: span.code,
      device: span.device,
    })),
    checkups: checkups && { count: checkups.count, latestOn: checkups.latest },
    timeline: timelineOf(sources, nameOf).map((happening) => ({
      ...happening,
      before: mask(happening.field ?? '', happening.before),
      after: mask(happening.field ?? '', happening.after),
    })),
  };
}

type Span = { id: string; starts_on: string; ends_on: string | null; end_reason: string | null };

function spanOf({ id, starts_on, ends_on, end_reason }: Span) {
  return { id, startsOn: starts_on, endsOn: ends_on, endReason: end_reason };
}
