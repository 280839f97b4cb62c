import { describe, expect, it } from 'vitest';
import { withErrors, type Fault } from './disk-errors.ts';

/** Full from the first call to the last one, and then there is room again. */
const full = (first: number, length: number, file?: string): Fault => ({
  call: file === undefined ? 'pwrite64' : 'write',
  error: 'ENOSPC',
  when: `${first}..${first + length}`,
  ...(file === undefined ? {} : { file }),
});

describe('a full disk', { timeout: 600_000 }, () => {
  it('is said in one sentence wherever it comes, nothing that was answered is lost, and work goes on when there is room', async () => {
    const faults = Array.from({ length: 12 }, (_, index) => full(1 + index * 31, 5 + index));
    const result = await withErrors([
      ...faults,
      full(1, 1, 'keyring.json.tmp'),
      full(2, 1, 'keyring.bak.tmp'),
    ]);
    console.log(`full disk: ${JSON.stringify(result)}`);
    expect(result.points).toBeGreaterThanOrEqual(60);
    expect(result.wrong).toEqual({});
    expect(Object.keys(result.refused)).toEqual(['DISK_FULL']);
    expect(result.wentOn).toBe(result.refusedRuns);
    expect(result.acts['password']).toBeGreaterThan(0);
    expect(result.drafts).toEqual([]);
  });
});
