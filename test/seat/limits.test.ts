import { createConnection } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CENTRE, PASSWORD } from '../support/centre.ts';
import { aSeat, SECRET } from './a-seat.ts';

const MEGABYTE = 1024 * 1024;
const statuses = (reply: string) =>
  (reply.match(/HTTP\/1\.1 (\d+)/g) ?? []).map((line) => Number(line.slice(9)));

/** The head of a request of the contract, as our own page sends it. */
function head({ host, cookie }: { host: string; cookie: string }, lines: readonly string[]): string {
  const own = [
    'POST /rpc/people/state HTTP/1.1',
    `Host: ${host}`,
    `Origin: http://${host}`,
    `Cookie: ${cookie}`,
    'Content-Type: application/json',
  ];
  return `${[...own, ...lines].join('\r\n')}\r\n\r\n`;
}

describe('the limits of the seat', () => {
  it('turns a body of 37 MB away by its head, before any of it is read', async () => {
    const seat = await aSeat();
    const began = performance.now();
    expect(statuses(await seat.raw(head(seat, [`Content-Length: ${37 * MEGABYTE}`])))).toEqual([413]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('turns a body without a length away once it is larger than a request may be', async () => {
    const seat = await aSeat();
    const megabyte = `100000\r\n${'x'.repeat(MEGABYTE)}\r\n`;
    const before = process.memoryUsage().arrayBuffers;
    const reply = await seat.raw(head(seat, ['Transfer-Encoding: chunked']), (write) => {
      for (let sent = 0; sent < 37; sent += 1) write(megabyte);
    });
    // The answer may be lost with the connection that is reset; what may not be is that the seat goes on reading.
    expect([[413], []]).toContainEqual(statuses(reply));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * MEGABYTE);
    expect((await seat.rpc()).status).toBe(200);
  });

  it('answers nothing where more came than the length says, and waits for no body that never comes', async () => {
    const seat = await aSeat({ patience: 300 });
    const longer = `${head(seat, ['Content-Length: 11'])}{"json":{}}and more`;
    expect(statuses(await seat.raw(longer))).toEqual([400]);
    const shorter = `${head(seat, ['Content-Length: 400'])}{"json":{}}`;
    expect(statuses(await seat.raw(shorter))).toEqual([408]);
    expect(statuses(await seat.raw('GET / HTT'))).toEqual([408]);
    expect((await seat.rpc()).status).toBe(200);
  });

  it('answers its own window while another connection sends its body a byte at a time', async () => {
    const seat = await aSeat({ patience: 600 });
    const slow = seat.raw(head(seat, ['Content-Length: 400']), (write) => {
      const drip = setInterval(() => write('x'), 50);
      setTimeout(() => clearInterval(drip), 1_500);
    });
    expect((await seat.rpc()).status).toBe(200);
    expect(statuses(await slow)).toEqual([408]);
  });

  it('takes 10,000 requests at once as 2,000 and a rest that is turned away, and goes on for others', async () => {
    let now = 0;
    const seat = await aSeat({ clock: () => now });
    const one = `GET / HTTP/1.1\r\nHost: ${seat.host}\r\nCookie: ${seat.cookie}\r\n\r\n`;
    let answered = 0;
    let turned = 0;
    for (let round = 0; round < 100; round += 1) {
      const last = one.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
      const replies = statuses(await seat.raw(one.repeat(99) + last));
      answered += replies.filter((status) => status === 200).length;
      turned += replies.filter((status) => status === 429).length;
    }
    expect(answered).toBe(2_000);
    expect(turned).toBe(80); // one on each connection: it ends there
    const other = await seat.send(`/?key=${SECRET}`);
    const cookie = other.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect((await seat.rpc({ cookie })).status).toBe(200);
    now += 1_000;
    expect((await seat.rpc()).status).toBe(200);
  });

  it('answers a flood of wrong keys with fewer and fewer words, and the right one all the same', async () => {
    const seat = await aSeat({ clock: () => 0 });
    const found: number[] = [];
    for (let guess = 0; guess < 300; guess += 1) found.push((await seat.send(`/?key=${guess}`)).status);
    expect(found.slice(0, 200)).toEqual(Array(200).fill(403));
    expect(found.slice(200)).toEqual(Array(100).fill(429));
    expect((await seat.send('/')).status).toBe(429);
    expect((await seat.send(`/?key=${SECRET}`)).status).toBe(303);
    expect((await seat.rpc()).status).toBe(200);
  });

  it('keeps 16 browsers; the one that was quiet for longest gives way, whoever is signed in last of all', async () => {
    let now = 0;
    const seat = await aSeat({ clock: () => now });
    const setUp = await seat.send('/rpc/people/setUp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: seat.seat.origin, cookie: seat.cookie },
      body: JSON.stringify({
        json: { centre: CENTRE, director: { login: 'director', name: '王主任', password: PASSWORD } },
      }),
    });
    expect(setUp.status).toBe(200);
    const cookies: string[] = [];
    for (let browser = 0; browser < 40; browser += 1) {
      now += 1_000;
      const welcome = await seat.send(`/?key=${SECRET}`);
      cookies.push(welcome.headers['set-cookie']?.[0]?.split(';')[0] ?? '');
    }
    const known: boolean[] = [];
    for (const cookie of cookies) known.push((await seat.rpc({ cookie })).status === 200);
    expect(known).toEqual([...Array<boolean>(25).fill(false), ...Array<boolean>(15).fill(true)]);
    expect((await seat.rpc()).status).toBe(200); // signed in
  });

  it('forgets a browser that asked for nothing for twelve hours, and its session with it', async () => {
    let now = 0;
    const seat = await aSeat({ clock: () => now });
    now = 12 * 3_600_000;
    expect((await seat.rpc()).status).toBe(200);
    now += 12 * 3_600_000 + 1;
    expect((await seat.rpc()).status).toBe(403);
  });

  it('holds no more than 100 connections', async () => {
    const { seat } = await aSeat();
    const sockets = Array.from({ length: 130 }, () =>
      createConnection({ host: '127.0.0.1', port: seat.port }),
    );
    let ended = 0;
    await new Promise<void>((resolve) => {
      for (const socket of sockets)
        socket.on('error', () => undefined).on('close', () => ++ended === 30 && resolve());
    });
    const open = sockets.filter(({ destroyed }) => !destroyed).length;
    expect(open).toBeLessThanOrEqual(100);
    expect(open).toBeGreaterThan(90);
    for (const socket of sockets) socket.destroy();
  });
});
