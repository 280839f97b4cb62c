import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '../core/data-folder.ts';
import { faultLog } from '../core/fault-log.ts';
import { startHouse } from '../core/start-house.ts';
import { openSeat, type Seat } from './server.ts';

/** Our usual port, so that a bookmark keeps its number; any free one when it is taken. */
const PORT = 47_110;

/** Starts the house on this PC's data folder and serves it to a browser. Used by `npm start` where Electron is not to be had. */
export async function startSeat(files: string, demo: boolean): Promise<Seat> {
  const folder = join(dataFolder(), demo ? 'demo' : 'centre');
  const house = await startHouse({ folder, demo, log: faultLog(folder) });
  return openSeat({ house, files, port: PORT });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { files: { type: 'string' }, demo: { type: 'boolean', default: false } },
  });
  if (!values.files) throw new Error('--files names the folder of the built window');
  const seat = await startSeat(values.files, values.demo);
  console.log(seat.address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void seat.close().then(() => process.exit(0)));
}
