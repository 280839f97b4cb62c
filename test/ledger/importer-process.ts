import { createRouterClient } from '@orpc/server';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { PASSWORD } from '../support/centre.ts';
import { fileOf } from './file.ts';

/**
 * A process of its own that signs in and imports a workbook, and tells its parent how far it is, so that the parent can kill it
 * anywhere. Arguments: the folder of the centre, the workbook.
 */
const [folder = '', workbook = ''] = process.argv.slice(2);
const house = new House({
  folder,
  now: () => Date.parse('2026-11-01T09:00:00+08:00'),
  kdf: { N: 2 ** 4, r: 8, p: 1 },
});
const client = createRouterClient(router, { context: { house, connection: house.connect() } });

await client.people.signIn({ login: 'director', password: PASSWORD });
const { id } = await client.ledger.open({ file: fileOf(workbook), job: 'reading-job' });
await client.ledger.preview({ id });
process.send?.('begin');
await client.ledger.commit({ id, job: 'import-job', undecided: 'provisional' });
process.send?.('committed');
