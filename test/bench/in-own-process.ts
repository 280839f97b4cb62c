import { fork } from 'node:child_process';
import type { Trial } from './trial.ts';
import type { Work } from './work.ts';

const worker = new URL('worker.ts', import.meta.url).pathname;

/** Does the work in a fresh process. Returns null when the solver cannot be had here; throws with what the process said last. */
export function inOwnProcess(work: Work): Promise<Trial | null> {
  const child = fork(worker, [JSON.stringify(work)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    let answer: { readonly trial: Trial | null } | undefined;
    child.on('message', (message) => (answer = message as { readonly trial: Trial | null }));
    child.on('error', reject);
    child.on('close', (code) => {
      if (answer) {
        if (answer.trial === null && said) console.error(said.trim());
        resolve(answer.trial);
      } else {
        reject(new Error(lastError(said) ?? `ended with ${code} and no answer`));
      }
    });
  });
}

/** The line that names the error in what Node prints before it gives up: the one above the stack. */
function lastError(said: string): string | undefined {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const stack = lines.findIndex((line) => line.startsWith('    at '));
  return (stack > 0 ? lines[stack - 1] : lines.at(-1))?.trim();
}
