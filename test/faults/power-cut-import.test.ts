import { describe, expect, it } from 'vitest';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';

describe('when the power goes while a workbook is imported', { timeout: PATIENCE }, () => {
  it('nothing that was answered is lost, and nothing is half there', async () => {
    const result = await cutDuring({ acts: 'import' });
    expect(held(result, 'import')).toEqual(NOTHING_LOST);
  });

  it('a database that does not wait for the disk loses answered requests, and the test finds it', async () => {
    const found = await cutDuring({ acts: 'import', synchronous: 'NORMAL', states: 300 });
    expect(found.wrong['an answered request is lost']).toBeGreaterThan(30);
  });

  it('a database that never waits is found broken', async () => {
    const found = await cutDuring({ acts: 'import', synchronous: 'OFF', states: 300 });
    const broken = Object.entries(found.wrong).filter(([what]) => what !== 'an answered request is lost');
    expect(broken.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(10);
  });
});
