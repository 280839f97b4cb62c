import { readFileSync } from 'node:fs';
import { makeRoster } from '../../../build/make-roster.ts';
import { day, month } from '../../../shared/calendar/day.ts';
import { messages } from '../../../shared/messages/index.ts';
import { evaluate } from '../../../shared/roster/evaluate.ts';
import { answeredWith } from '../../../shared/roster/guards.ts';
import { PASSWORD } from '../../support/centre.ts';
import { aComplaint } from '../../support/complaints.ts';
import { setUpCentre, type App } from './app.ts';

/** The centre with the workbook of Liuhe in it, so that pages are looked at as they are in use. */
export async function fillHouse(app: App): Promise<void> {
  await setUpCentre(app);
  const [director, clerk] = [app.client(), app.client()];
  await director.people.signIn({ login: 'director', password: PASSWORD });
  await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
  await importLiuhe(director);
  const { view } = await makeRoster(director, { month: month('2026-11'), seed: 1 });
  if (view.roster)
    await director.roster.publish({
      rosterId: view.roster.id,
      overrides: answeredWith(
        messages['zh-CN'].guards.demoReason,
        evaluate(view.model, view.cells).violations,
      ),
    });
  await askAndRotate(director);
  await clerk.attendance.close({ month: month('2026-10') });
  await clerk.payroll.prepare({ month: month('2026-10') });
  await complain(app, director);
}

/** What the nurse was told, and what the director did about it. */
async function complain(app: App, director: ReturnType<App['client']>): Promise<void> {
  const nurse = app.client();
  const { id: doer } = await nurse.people.signIn({ login: 'nurse', password: PASSWORD });
  const [caregiver] = await director.caregivers.list({});
  const { id } = await nurse.complaints.record(aComplaint(doer, { concernId: caregiver?.id ?? null }));
  const step = { id, on: day('2026-10-31'), doer: '王主任' } as const;
  await director.complaints.addStep({ ...step, kind: 'measure', said: '当天换人护理，停止其单独值班。' });
}

/** The workbook of Liuhe as the director imports it, with what is in doubt taken in for now. */
export async function importLiuhe(director: ReturnType<App['client']>): Promise<void> {
  const base64 = readFileSync(new URL('../../fixtures/liuhe.xls', import.meta.url)).toString('base64');
  const { id } = await director.ledger.open({ file: { name: 'liuhe.xls', base64 }, job: 'walk-reads' });
  await director.ledger.preview({ id });
  await director.ledger.commit({ id, job: 'walk-imports', undecided: 'provisional' });
}

/** A wish, a leave that is asked for, and a rotation, in the month that these pages open with. */
async function askAndRotate(director: ReturnType<App['client']>): Promise<void> {
  const [first, second] = await director.caregivers.list({});
  if (!first || !second) throw new Error('the workbook has caregivers');
  const asked = { weight: 'important', note: '', leaveKind: null, shift: null } as const;
  await director.roster.requests.ask({
    ...asked,
    caregiverId: first.id,
    kind: 'not-shift',
    shift: 'N',
    startsOn: day('2026-12-07'),
    endsOn: day('2026-12-11'),
  });
  const { id } = await director.roster.requests.ask({
    ...asked,
    caregiverId: second.id,
    kind: 'leave',
    leaveKind: 'annual',
    startsOn: day('2026-12-14'),
    endsOn: day('2026-12-16'),
  });
  await director.roster.requests.approve({ id, writeDraft: true });
  const pattern = await director.roster.rotation.save({ id: null, name: '三白一夜', cells: 'DDDN--' });
  await director.roster.rotation.assign({
    patternId: pattern.id,
    startsOn: day('2026-12-01'),
    people: [{ caregiverId: first.id, offset: 2 }],
  });
}

/** An address for each page that shows one record, by its pattern in routes.ts. */
export async function recordAddresses(app: App): Promise<Record<string, string>> {
  const director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  const residents = await director.residents.list({});
  // Somebody with doubts shows the most of a file.
  const resident = residents.find(({ openDoubts }) => openDoubts > 0)?.id;
  const [caregiver] = await director.caregivers.list({});
  const [device] = await director.devices.list({});
  const [bed] = (await director.beds.board({})).beds;
  const [complaint] = await director.complaints.list({});
  return {
    '/residents/:id': `/residents/${resident}`,
    '/checkups/residents/:id': `/checkups/residents/${residents[0]?.id}`,
    '/caregivers/:id': `/caregivers/${caregiver?.id}`,
    '/devices/:id': `/devices/${device?.id}`,
    '/beds/:id': `/beds/${bed?.id}`,
    '/complaints/:id': `/complaints/${complaint?.id}`,
    '/print/complaint/:id': `/print/complaint/${complaint?.id}`,
  };
}
