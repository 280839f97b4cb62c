import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { count } from '../support/counts.ts';
import { everyRequest } from '../support/contract.ts';
import { throwJunkAt } from './junk.ts';

describe('junk into every request, its one half', () => {
  it('is refused as declared, changes nothing, and is no fault', { timeout: 3_600_000 }, async () => {
    const requests = everyRequest(contract).filter((_, index) => index % 2 === 0);
    const times = count('junk', 2000, 20_000);
    expect(await throwJunkAt(requests, times)).toBeGreaterThan(requests.length * times * 0.8);
  });
});
