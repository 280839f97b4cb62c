import { describe, expect, it } from 'vitest';
import { Allowance } from '../../electron/core/allowance.ts';
import { hearWithin } from '../../electron/core/limited-port.ts';

/** A port whose messages are sent by hand, and what came through. */
function aPort(largest: number) {
  let now = 0;
  const heard: ((event?: { data: unknown }) => void)[] = [];
  const through: unknown[] = [];
  const refused: string[] = [];
  hearWithin(
    { on: (_event, listener) => heard.push(listener) },
    {
      answer: async (message) => {
        if (message === 'riddle') throw new SyntaxError('what is this?');
        through.push(message);
      },
      clock: () => now,
      refuse: (why) => void refused.push(why),
      largest,
    },
  );
  return {
    through,
    refused,
    send: (data: unknown) => heard.forEach((listen) => listen({ data })),
    pass: (milliseconds: number) => (now += milliseconds),
  };
}

describe('the port of the window', () => {
  it('carries text and bytes up to the largest request', () => {
    const { send, through, refused } = aPort(10);
    const sent = ['', 'x'.repeat(10), new Uint8Array(10)];
    for (const data of sent) send(data);
    expect(through).toEqual(sent);
    expect(refused).toEqual([]);
  });

  it.each([
    ['a text of one letter too many', 'x'.repeat(11)],
    ['bytes, one too many', new Uint8Array(11)],
    ['an object', { id: 1 }],
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', ['people', 'state']],
  ])('ends at %s, and hears nothing more', (_what, data) => {
    const { send, through, refused } = aPort(10);
    send(data);
    send('more');
    expect(through).toEqual([]);
    expect(refused).toHaveLength(1);
  });

  it('ends at a message that cannot be read, once, and says why', async () => {
    const { send, through, refused } = aPort(10);
    send('riddle');
    send('riddle');
    await new Promise((resolve) => setImmediate(resolve));
    send('more');
    expect(through).toEqual([]);
    expect(refused).toEqual(['a message of the window cannot be read: SyntaxError: what is this?']);
  });

  it('carries 5,000 messages at once, and 1,000 more every second', () => {
    const { send, pass, through, refused } = aPort(10);
    for (let sent = 0; sent < 5_000; sent += 1) send('x');
    pass(1_000);
    for (let sent = 0; sent < 1_000; sent += 1) send('x');
    expect([through.length, refused]).toEqual([6_000, []]);
    send('x');
    expect([through.length, refused]).toEqual([6_000, ['the window sends too many messages']]);
  });
});

describe('an allowance', () => {
  it('comes back with time, and never grows beyond its first measure', () => {
    let now = 0;
    const allowance = new Allowance({ atOnce: 3, perSecond: 2, clock: () => now });
    const taken = () => Array.from({ length: 5 }, () => allowance.take());
    expect(taken()).toEqual([true, true, true, false, false]);
    now += 999;
    expect(taken()).toEqual([true, false, false, false, false]);
    now += 3_600_000;
    expect(taken()).toEqual([true, true, true, false, false]);
  });
});
