import { describe, expect, it } from 'vitest';
import { inspect } from '../../shared/package/inspect.ts';
import { changedBytes } from '../support/byte-changes.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aDesk, aStatement } from '../support/packages.ts';

const { archive } = aStatement();
// Half of trust.md's 100,000 inner changes; altered-structure.test.ts has the other half.
const CHANGES = count('package-bytes', 25_000, 1_000_000);

describe('a container whose bytes were changed', () => {
  it(`is never taken: ${CHANGES} blind changes, none accepted that differs`, { timeout: 7_200_000 }, () => {
    const random = chance(seed('package-bytes'));
    const desk = aDesk();
    const codes = new Map<string, number>();
    let same = 0;
    for (let round = 0; round < CHANGES; round += 1) {
      const changed = changedBytes(archive, random);
      if (Buffer.compare(changed, archive) === 0) {
        same += 1;
        continue;
      }
      const { verdict, ...told } = inspect(changed, desk);
      if (verdict !== 'refused') throw new Error(`round ${round} was ${verdict}`);
      const code = 'code' in told ? told.code : '';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(same).toBeLessThan(CHANGES / 3);
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining([
        'CONTAINER_MALFORMED',
        'SIGNATURE_MALFORMED',
        'SIGNATURE_WRONG',
        'SUMS_DIFFER',
      ]),
    );
  });
});
