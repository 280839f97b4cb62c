import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFileDurably } from '../../electron/core/durable-file.ts';

/** Writes a file ten times and says so each time. `way`: as the product does, or leaving out what a careless program would. */
const [file = '', way = 'durable'] = process.argv.slice(2);

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

for (let round = 1; round <= 10; round++) {
  const text = `round ${round} `.repeat(300);
  if (way === 'durable') writeFileDurably(file, text);
  else {
    const handle = openSync(`${file}.tmp`, 'w');
    writeSync(handle, text);
    if (way !== 'no-file-sync') fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.tmp`, file);
    if (way !== 'no-folder-sync') sync(dirname(file));
  }
  writeSync(1, `${round}\n`);
}
