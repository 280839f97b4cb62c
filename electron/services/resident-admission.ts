import { bedQueries } from '../../db/beds.ts';
import { residentQueries, type ResidentRow } from '../../db/residents.ts';
import { completed, examine } from '../../shared/residents/examine.ts';
import type { ResidentFacts, ResidentField } from '../../shared/residents/facts.ts';
import { missingForRegister, standingOf } from '../../shared/residents/standing.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { giveBed } from './bed-giving.ts';
import { fileWithNumber, requireNone, requireOwnNationalId, type Kept } from './resident-facts.ts';
import { columnsOf } from './resident-rows.ts';

type Admission = {
  readonly facts: ResidentFacts;
  readonly papersLater: boolean;
  readonly certificateDiffers: boolean;
  readonly bedId: string | null;
};

type NewDoubt = { field: ResidentField; kind: string; raw: string; proposal: string | null };

/** Opens a file, and a stay when a bed was chosen. */
export async function admitResident(work: Work, admission: Admission): Promise<Kept> {
  const { facts, doubts } = admission.papersLater
    ? await withDoubts(work, admission)
    : { facts: await certain(work, admission), doubts: [] };

  const queries = residentQueries(work.db);
  const row: ResidentRow = {
    id: work.newId(),
    ...columnsOf(facts),
    left_on: null,
    left_reason: null,
    standing: standingOf(facts, doubts.length),
    recorded_at: work.at,
    recorded_by: work.who.id,
  };
  await queries.insert(row);
  for (const doubt of doubts) {
    const recorded = { recorded_at: work.at, recorded_by: work.who.id };
    await queries.insertDoubt({
      id: work.newId(),
      resident_id: row.id,
      source: 'admission',
      ...doubt,
      ...recorded,
    });
  }
  if (admission.bedId !== null) {
    const bed = await bedQueries(work.db).byId(admission.bedId);
    if (!bed) refuse('NOT_FOUND', { what: 'bed' });
    await giveBed(work, row, bed, facts.admittedOn ?? work.today);
  }
  work.note(row.id, row.standing);
  return { id: row.id, standing: row.standing, openDoubts: doubts.length };
}

/** The facts when nothing is in doubt; refuses with the first thing that cannot be right or is missing. */
async function certain(
  work: Work,
  { facts: written, certificateDiffers }: Admission,
): Promise<ResidentFacts> {
  const facts = completed(written);
  requireNone(examine(facts, work.today, certificateDiffers));
  await requireOwnNationalId(work, facts);
  const missing = missingForRegister(facts);
  if (missing.length > 0) refuse('FIELDS_NEEDED', { fields: missing });
  return facts;
}

/** 先收治，证件待核: what cannot be right is taken out of the facts and kept, as written, as a doubt. */
async function withDoubts(work: Work, { facts: written, certificateDiffers }: Admission) {
  let facts = completed(written);
  const doubts: NewDoubt[] = [];
  const doubt = (field: ResidentField, kind: string, proposal: string | null) => {
    doubts.push({ field, kind, raw: facts[field] === null ? '' : String(facts[field]), proposal });
    facts = { ...facts, [field]: null };
  };
  const problems = examine(facts, work.today, certificateDiffers);
  // The day was picked just now: nobody has to look for papers to mend it.
  requireNone(problems.filter(({ field }) => field === 'admittedOn'));
  for (const { field, kind, proposal } of problems) doubt(field, kind, proposal);
  if (await fileWithNumber(work.db, facts)) doubt('nationalId', 'duplicate-id', null);
  const inDoubt = new Set(doubts.map(({ field }) => field));
  for (const field of missingForRegister(facts)) if (!inDoubt.has(field)) doubt(field, 'missing', null);
  return { facts, doubts };
}
