import { describe, expect, it } from 'vitest';
import { withErrors, type Fault } from './disk-errors.ts';

const dying = (call: string, when: string, file?: string): Fault => ({
  call,
  error: 'EIO',
  when,
  ...(file === undefined ? {} : { file }),
});

describe('a disk that gives errors', { timeout: 600_000 }, () => {
  it('is said in one sentence wherever it comes, and nothing that was answered is lost', async () => {
    const result = await withErrors([
      ...Array.from({ length: 5 }, (_, index) => dying('pwrite64', `${1 + index * 3}+${37 + index * 8}`)),
      ...Array.from({ length: 4 }, (_, index) => dying('fsync,fdatasync', `${1 + index}+${3 + index}`)),
      dying('pwrite64', '120+'),
      dying('fsync,fdatasync', '9+'),
      dying('write', '1+2', 'keyring.json.tmp'),
      dying('rename', '1+2'),
    ]);
    console.log(`dying disk: ${JSON.stringify(result)}`);
    expect(result.points).toBeGreaterThanOrEqual(60);
    expect(result.wrong).toEqual({});
    expect(Object.keys(result.refused)).toEqual(['DISK_FAILING']);
    expect(result.acts['password']).toBeGreaterThan(0);
    expect(result.drafts).toEqual([]);
  });
});
