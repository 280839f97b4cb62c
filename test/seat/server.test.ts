import { createConnection } from 'node:net';
import { describe, expect, it } from 'vitest';
import { aSeat } from './a-seat.ts';

describe('the seat', () => {
  it('gives a browser its cookie only for the address with the secret', async () => {
    const { send, welcome } = await aSeat();
    expect(welcome.status).toBe(303);
    expect(welcome.headers['set-cookie']?.[0]).toMatch(
      /^nuantuo=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/,
    );

    expect((await send('/')).status).toBe(403);
    expect((await send('/')).text).toContain('启动时打印的完整地址');
    const wrong = await send('/?key=start-up-secre');
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined]);
  });

  it('answers requests of its own page', async () => {
    const { rpc, seat } = await aSeat();
    const reply = await rpc({ origin: seat.origin, 'sec-fetch-site': 'same-origin' });
    expect(JSON.parse(reply.text)).toMatchObject({ json: { stage: 'absent' } });
  });

  it('turns away other pages, other hosts and requests without the cookie', async () => {
    const { rpc, send, cookie } = await aSeat();
    expect((await rpc({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await rpc({ origin: 'null' })).status).toBe(403);
    expect((await rpc({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await rpc({ cookie: '' })).status).toBe(403);
    expect((await rpc({ cookie: 'nuantuo=made-up' })).status).toBe(403);
    expect((await rpc({ host: 'nuantuo.example' })).status).toBe(421);
    expect((await send('/rpc/people/state', { headers: { cookie } })).status).toBe(405);
  });

  it('serves the window with a fresh nonce, a strict policy, and nothing kept by the browser', async () => {
    const { send, cookie } = await aSeat();
    const [first, second] = [
      await send('/', { headers: { cookie } }),
      await send('/', { headers: { cookie } }),
    ];
    const nonce = /nonce="([^"]+)"/.exec(first.text)?.[1] ?? '';
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(first.headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(first.headers['content-security-policy']).not.toContain('unsafe');
    expect(second.text).not.toContain(nonce);
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('serves nothing outside the window folder', async () => {
    const { send, cookie } = await aSeat();
    for (const path of [
      '/../secret.html',
      '/..%2fsecret.html',
      '/%2e%2e/secret.html',
      '/..\\secret.html',
      '/%00',
      '/%',
      '/data/keyring.json',
    ]) {
      const reply = await send(path, { headers: { cookie } });
      expect([path, reply.status, reply.text.includes('outside')]).toEqual([path, 404, false]);
    }
  });

  it('listens on 127.0.0.1 and on no other address', async () => {
    const { seat } = await aSeat();
    const reached = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ host: '127.0.0.2', port: seat.port, timeout: 2000 }, () =>
        resolve(true),
      );
      socket.on('error', () => resolve(false)).on('timeout', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});
