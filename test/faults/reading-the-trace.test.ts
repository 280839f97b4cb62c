import { describe, expect, it } from 'vitest';
import { deedsIn } from './trace.ts';

const hex = (text: string) =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
const file = `20<${hex('/root/a')}>`;
const write = `pwrite64(${file}, "${hex('abc')}", 3, 4096`;

describe('the log of the calls that a process made', () => {
  it('says where a write goes and how long a file is to be', () => {
    expect(
      deedsIn(`7 ${write}) = 3\n7 ftruncate(${file}, 512) = 0\n7 fsync(${file}) = 0\n`, '/root'),
    ).toEqual([
      { kind: 'write', path: '/root/a', at: 4096, bytes: Buffer.from('abc') },
      { kind: 'cut', path: '/root/a', size: 512 },
      { kind: 'sync', path: '/root/a' },
    ]);
  });

  it('says the same of calls between which another thread came', () => {
    const log = [
      `7 ${write} <unfinished ...>`,
      `8 ftruncate(${file}, 512 <unfinished ...>`,
      '7 <... pwrite64 resumed>) = 3',
      `9 fsync(${file} <unfinished ...>`,
      '8 <... ftruncate resumed>) = 0',
      '9 <... fsync resumed>) = 0',
    ];
    expect(deedsIn(log.join('\n'), '/root')).toEqual([
      { kind: 'write', path: '/root/a', at: 4096, bytes: Buffer.from('abc') },
      { kind: 'cut', path: '/root/a', size: 512 },
      { kind: 'sync', path: '/root/a' },
    ]);
  });

  it('is never read by half: a number that is missing is an error', () => {
    expect(() => deedsIn(`7 ftruncate(${file}, ???) = 0\n`, '/root')).toThrow('no number at the end');
  });
});
