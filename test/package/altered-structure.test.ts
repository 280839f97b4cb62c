import { day } from '../../shared/calendar/day.ts';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/package/bytes.ts';
import { inspect } from '../../shared/package/inspect.ts';
import { publicKeyOf } from '../../shared/package/key.ts';
import { signerFrom } from '../../shared/package/signers.ts';
import { chance, count, seed } from '../support/counts.ts';
import { apart, forgers } from '../support/forgeries.ts';
import { aDesk, anOctober, aStatement, CENTER, centreKey, keyFor } from '../support/packages.ts';

const FORGERIES = count('package-structure', 10_000, 1_000_000);
const EACH = Math.ceil(FORGERIES / Object.keys(forgers).length);

/** Two months and a correction that the centre did sign, and a neighbour whom the county knows as well. */
const first = aStatement();
const archives = [
  first.archive,
  aStatement({ seq: 2, prev_sha256: first.hash, kind: 'correction', audit_count: 90 }, anOctober({ pay: [] }))
    .archive,
  aStatement({ audit_count: 13 }, anOctober({ devices: [], checkups: [] })).archive,
];
const genuine = new Set(archives.map(sha256));
const enrolled = (center: string, key: Uint8Array) =>
  signerFrom({ center, name: '', key: publicKeyOf(key) }, day('2026-10-01'));
const desk = aDesk({
  // No ledger: the number in the chain must not be what refuses a forgery.
  ledgerOf: () => null,
  signers: {
    allowed: [enrolled(CENTER, centreKey), enrolled('411799102', keyFor('411799102'))],
    revoked: [],
  },
});

describe('a package forged by somebody who knows the format', () => {
  for (const [what, forge] of Object.entries(forgers)) {
    it(`is never taken: ${what}, ${EACH} times`, { timeout: 7_200_000 }, () => {
      const random = chance(seed(`package-structure ${what}`));
      const parts = apart(archives);
      let [refused, same] = [0, 0];
      for (let round = 0; round < EACH; round += 1) {
        const forged = forge(parts, random);
        const { verdict } = inspect(forged, desk);
        if (verdict === 'refused') refused += 1;
        else if (genuine.has(sha256(forged))) same += 1;
        else throw new Error(`round ${round}: ${what} was ${verdict}`);
      }
      expect(refused + same).toBe(EACH);
      // A forger who mostly hands back what is genuine tries nothing.
      expect(refused).toBeGreaterThan(EACH / 2);
    });
  }

  it('is told from what is genuine: all three are taken as they are', () => {
    for (const archive of archives) expect(inspect(archive, desk).verdict).toBe('accepted');
  });
});
