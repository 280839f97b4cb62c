import { describe, expect, it } from 'vitest';
import { CryptographyIsMissing, selfTest, testedNames } from '../../electron/core/self-test.ts';

describe('the self-test at start', () => {
  it('passes here, and in less time than anybody notices', async () => {
    const before = performance.now();
    await selfTest();
    expect(performance.now() - before).toBeLessThan(1000);
    expect(testedNames).toEqual(expect.arrayContaining(['scrypt', 'AEGIS', 'age', 'Ed25519', 'X25519']));
  });

  it('names the block that is missing or answers wrongly, in both languages', async () => {
    const absent = () => {
      throw new Error('ERR_CRYPTO_INVALID_DIGEST');
    };
    for (const wrong of [absent, () => false, () => Promise.reject(new Error('no'))]) {
      const failure = await selfTest({ scrypt: () => true, 'createHash sm3': wrong }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(CryptographyIsMissing);
      expect((failure as Error).message).toMatch(
        /加密组件「createHash sm3」.*重新安装.*\n.*"createHash sm3"/,
      );
    }
  });
});
