import { createRouterClient } from '@orpc/server';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeRoster } from './make-roster.ts';
import { dataFolder } from '../electron/core/data-folder.ts';
import { House } from '../electron/core/house.ts';
import { router } from '../electron/core/router.ts';
import { addMonths, lastDay, month } from '../shared/calendar/day.ts';
import { DEMO_PASSWORD } from '../shared/people/demo.ts';
import { messages } from '../shared/messages/index.ts';
import { evaluate } from '../shared/roster/evaluate.ts';
import { answeredWith } from '../shared/roster/guards.ts';
import { root } from './paths.ts';

const LEDGER = join(root, 'test', 'fixtures', 'liuhe.xls');
const MONTH = month('2026-10');

/**
 * Makes the demo centre once: everything in it is made up (ID prefix 411799 belongs to no place). It is filled through the same
 * requests that the screens use, and left with work to do: residents in doubt, a pay run to review.
 */
export async function prepareDemo(
  say: (line: string) => void,
  folder = join(dataFolder(), 'demo'),
): Promise<void> {
  if (existsSync(join(folder, 'keyring.json'))) return;
  say(messages['zh-CN'].month.demo);
  // Made beside its place and moved there when it is whole: a start that was cut off begins anew.
  const draft = `${folder}.part`;
  rmSync(draft, { recursive: true, force: true });
  const house = new House({ folder: draft, demo: true });
  const desk = () => createRouterClient(router, { context: { house, connection: house.connect() } });
  const [director, clerk] = [desk(), desk()];
  try {
    await director.people.setUp({
      centre: {
        name: '柳河镇重度残疾人托养中心（演示）',
        county: '平远县',
        countyCode: '411799',
        township: '柳河镇',
        code: '411799101',
      },
      director: { login: 'director', name: '王主任', password: DEMO_PASSWORD },
    });
    await director.people.addAccount({
      login: 'nurse',
      name: '李护士',
      role: 'nurse',
      password: DEMO_PASSWORD,
    });
    await director.people.addAccount({
      login: 'clerk',
      name: '赵会计',
      role: 'clerk',
      password: DEMO_PASSWORD,
    });

    const file = { name: 'liuhe.xls', base64: readFileSync(LEDGER).toString('base64') };
    const { id } = await director.ledger.open({ file, job: 'demo-read' });
    await director.ledger.preview({ id });
    await director.ledger.commit({ id, job: 'demo-import', undecided: 'provisional' });

    const next = addMonths(MONTH, 1);
    const { view } = await makeRoster(director, { month: next, seed: 1 });
    if (view.roster)
      await director.roster.publish({
        rosterId: view.roster.id,
        overrides: answeredWith(
          messages['zh-CN'].guards.demoReason,
          evaluate(view.model, view.cells).violations,
        ),
      });
    // A PC whose clock stands before the end of that month cannot close it yet: then attendance is left open, as it would be.
    if (house.today > lastDay(MONTH)) {
      await clerk.people.signIn({ login: 'clerk', password: DEMO_PASSWORD });
      await clerk.attendance.close({ month: MONTH });
      await clerk.payroll.prepare({ month: MONTH });
    }
  } finally {
    house.lock();
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}
