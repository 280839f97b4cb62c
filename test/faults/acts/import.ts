import { fileOf } from '../../ledger/file.ts';
import { LIUHE } from '../../ledger/fixtures.ts';
import type { Acts } from '../desk.ts';

/** The clerk's workbook comes in, in one transaction, and then small changes as of any day. */
export const acts: Acts = async ({ director }) => {
  const { id } = await director.ledger.open({ file: fileOf(LIUHE), job: 'reading-job' });
  await director.ledger.preview({ id });
  await director.ledger.commit({ id, job: 'import-job', undecided: 'provisional' });
  for (let minutes = 5; minutes <= 30; minutes += 5) {
    await director.people.setIdleMinutes({ minutes });
  }
};
