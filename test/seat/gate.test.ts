import { describe, expect, it } from 'vitest';
import { aSeat, SECRET } from './a-seat.ts';

type Line = readonly [sentence: string, lines: readonly string[], status: number, body?: string];
const json = ['Content-Type: application/json', 'Content-Length: 11'];
const ask = 'POST /rpc/people/state HTTP/1.1';
const own = ['Host: {host}', 'Origin: {origin}', 'Cookie: {cookie}', ...json];
const question = '{"json":{}}';

/** Requests as bytes, and what each is answered. {host}, {origin} and {cookie} are those of the seat. */
const table: readonly Line[] = [
  ['our own page asks', [ask, ...own, 'Sec-Fetch-Site: same-origin'], 200, question],
  ['our own page asks, from a browser that says nothing of sites', [ask, ...own], 200, question],
  ['the page itself is opened', ['GET / HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}'], 200],
  [
    'the page is opened from the address bar',
    ['GET / HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}', 'Sec-Fetch-Site: none'],
    200,
  ],
  ['another name for this PC', [ask, 'Host: localhost:{port}', 'Cookie: {cookie}', ...json], 421, question],
  [
    'a name that was bound to this PC elsewhere',
    [ask, 'Host: nuantuo.evil.example:{port}', 'Cookie: {cookie}', ...json],
    421,
    question,
  ],
  [
    'the address of this PC without the port',
    [ask, 'Host: 127.0.0.1', 'Cookie: {cookie}', ...json],
    421,
    question,
  ],
  ['the address with another port', [ask, 'Host: 127.0.0.1:1', 'Cookie: {cookie}', ...json], 421, question],
  ['our host with a name before it', [ask, 'Host: evil@{host}', 'Cookie: {cookie}', ...json], 421, question],
  ['our host with a dot after it', [ask, 'Host: {host}.', 'Cookie: {cookie}', ...json], 421, question],
  [
    'the address written as a number',
    [ask, 'Host: 2130706433:{port}', 'Cookie: {cookie}', ...json],
    421,
    question,
  ],
  ['the address of IPv6', [ask, 'Host: [::1]:{port}', 'Cookie: {cookie}', ...json], 421, question],
  ['no host', [ask, 'Cookie: {cookie}', ...json], 421, question],
  ['two hosts', [ask, 'Host: {host}', 'Host: evil.example', 'Cookie: {cookie}', ...json], 400, question],
  ['an empty host', [ask, 'Host:', 'Cookie: {cookie}', ...json], 421, question],
  [
    'another page',
    [ask, 'Host: {host}', 'Origin: https://evil.example', 'Cookie: {cookie}', ...json],
    403,
    question,
  ],
  [
    'a page without an origin of its own',
    [ask, 'Host: {host}', 'Origin: null', 'Cookie: {cookie}', ...json],
    403,
    question,
  ],
  [
    'a page of another program on this PC',
    [ask, 'Host: {host}', 'Origin: http://127.0.0.1:1', 'Cookie: {cookie}', ...json],
    403,
    question,
  ],
  [
    'our origin with a letter after it',
    [ask, 'Host: {host}', 'Origin: {origin}a', 'Cookie: {cookie}', ...json],
    403,
    question,
  ],
  [
    'our origin over https',
    [ask, 'Host: {host}', 'Origin: https://{host}', 'Cookie: {cookie}', ...json],
    403,
    question,
  ],
  ['a request that says of no page', [ask, 'Host: {host}', 'Cookie: {cookie}', ...json], 403, question],
  ['two origins', [ask, ...own, 'Origin: https://evil.example'], 400, question],
  ['another site, as the browser says', [ask, ...own, 'Sec-Fetch-Site: cross-site'], 403, question],
  ['another port of this PC, as the browser says', [ask, ...own, 'Sec-Fetch-Site: same-site'], 403, question],
  ['an address typed in, where only a page may ask', [ask, ...own, 'Sec-Fetch-Site: none'], 403, question],
  [
    'the page, from another site',
    ['GET / HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}', 'Sec-Fetch-Site: cross-site'],
    403,
  ],
  ['no cookie', [ask, 'Host: {host}', 'Origin: {origin}', ...json], 403, question],
  [
    'a cookie that nobody was given',
    [ask, 'Host: {host}', 'Origin: {origin}', 'Cookie: nuantuo=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', ...json],
    403,
    question,
  ],
  [
    'our cookie and another of its name',
    [ask, 'Host: {host}', 'Origin: {origin}', 'Cookie: nuantuo=x; {cookie}', ...json],
    403,
    question,
  ],
  ['two lines of cookies', [ask, ...own, 'Cookie: nuantuo=x'], 400, question],
  [
    'our cookie under a longer name',
    [ask, 'Host: {host}', 'Origin: {origin}', 'Cookie: x{cookie}', ...json],
    403,
    question,
  ],
  [
    'a form',
    [
      ask,
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 11',
    ],
    415,
    question,
  ],
  [
    'plain text, which needs no leave',
    [
      ask,
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Content-Type: text/plain',
      'Content-Length: 11',
    ],
    415,
    question,
  ],
  [
    'a form with files',
    [
      ask,
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 11',
    ],
    415,
    question,
  ],
  [
    'no type at all',
    [ask, 'Host: {host}', 'Origin: {origin}', 'Cookie: {cookie}', 'Content-Length: 11'],
    415,
    question,
  ],
  ['a body that is packed', [ask, ...own, 'Content-Encoding: gzip'], 415, question],
  [
    'a request by address',
    ['GET /rpc/people/state?data=%7B%7D HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}'],
    405,
  ],
  ['a request that is not in the contract', ['POST /rpc/people/steal HTTP/1.1', ...own], 404, question],
  ['a request outside of the contract', ['POST / HTTP/1.1', ...own], 405, question],
  ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'].map((method): Line => [
    `the method ${method}`,
    [`${method} / HTTP/1.1`, 'Host: {host}', 'Cookie: {cookie}'],
    405,
  ]),
  ['a tunnel', ['CONNECT evil.example:443 HTTP/1.1', 'Host: {host}'], 405],
  ['a method that does not exist', ['STEAL / HTTP/1.1', 'Host: {host}'], 400],
  [
    'a socket',
    [
      'GET / HTTP/1.1',
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ],
    400,
  ],
  [
    'another protocol',
    [
      'GET / HTTP/1.1',
      'Host: {host}',
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQAAP__',
    ],
    400,
  ],
  ['a target with a host in it', ['GET http://{host}/ HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}'], 400],
  [
    'a target that names another host',
    ['GET //evil.example/ HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}'],
    400,
  ],
  ['a target that is a star', ['OPTIONS * HTTP/1.1', 'Host: {host}'], 405],
  ['a target with bytes above 127', ['GET /\u00e9 HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}'], 400],
  [
    'a target of 3,000 letters',
    [`GET /${'a'.repeat(3_000)} HTTP/1.1`, 'Host: {host}', 'Cookie: {cookie}'],
    400,
  ],
  ['a length and pieces at once', [ask, ...own, 'Transfer-Encoding: chunked'], 400, question],
  ['two lengths', [ask, ...own, 'Content-Length: 12'], 400, question],
  [
    'a length that is no number',
    [
      ask,
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Content-Type: application/json',
      'Content-Length: +11',
    ],
    400,
    question,
  ],
  [
    'a length below nothing',
    [
      ask,
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Content-Type: application/json',
      'Content-Length: -1',
    ],
    400,
    question,
  ],
  [
    'pieces in a way that nobody knows',
    [
      ask,
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Content-Type: application/json',
      'Transfer-Encoding: xchunked',
    ],
    400,
    question,
  ],
  ['a line that goes on in the next', [ask, ...own, 'X-A: a', ' b: c'], 400, question],
  ['a space before the colon', [ask, ...own, 'Transfer-Encoding : chunked'], 400, question],
  ['a name of a header with a line feed in it', [ask, ...own, 'X-A: a\nX-B: b\rX-C: c'], 400, question],
  ['a version that does not exist', ['GET / HTTP/9.9', 'Host: {host}'], 400],
  ['no HTTP at all', ['\u0016\u0003\u0001\u0002'], 400],
  [
    'a question with a body',
    ['GET / HTTP/1.1', 'Host: {host}', 'Cookie: {cookie}', 'Content-Length: 11'],
    400,
    question,
  ],
  ['a head of more than 16 kB', ['GET / HTTP/1.1', 'Host: {host}', `X-A: ${'a'.repeat(17_000)}`], 431],
  ['something expected that is not "continue"', [ask, ...own, 'Expect: gold'], 417, question],
  [
    'a body said to be of 37 MB',
    [
      ask,
      'Host: {host}',
      'Origin: {origin}',
      'Cookie: {cookie}',
      'Content-Type: application/json',
      'Content-Length: 38797312',
    ],
    413,
    question,
  ],
  ['a wrong key', ['GET /?key=start-up-secreT HTTP/1.1', 'Host: {host}'], 403],
  ['a key with a letter less', ['GET /?key=start-up-secre HTTP/1.1', 'Host: {host}'], 403],
  ['a key with a letter more', ['GET /?key=start-up-secrets HTTP/1.1', 'Host: {host}'], 403],
  ['an empty key', ['GET /?key= HTTP/1.1', 'Host: {host}'], 403],
  ['the key twice', [`GET /?key=${SECRET}&key=${SECRET} HTTP/1.1`, 'Host: {host}'], 403],
  ['the key at another path', [`GET /rpc/people/state?key=${SECRET} HTTP/1.1`, 'Host: {host}'], 403],
  [
    'the key by POST',
    [`POST /?key=${SECRET} HTTP/1.1`, 'Host: {host}', 'Origin: {origin}', ...json],
    403,
    question,
  ],
  ['the key under another name', [`GET /?Key=${SECRET} HTTP/1.1`, 'Host: {host}'], 403],
  ['the key at another host', [`GET /?key=${SECRET} HTTP/1.1`, 'Host: localhost:{port}'], 421],
];
const safe: readonly string[] = [
  `content-security-policy: default-src 'none'`,
  'x-content-type-options: nosniff',
  'cross-origin-resource-policy: same-origin',
  'referrer-policy: no-referrer',
  'cache-control: no-store',
];

describe('the door of the seat', () => {
  it(`answers ${table.length} requests, byte by byte, as it should, each with all headers and with no cookie`, async () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
    const { raw, cookie, host, seat } = await aSeat();
    for (const [sentence, lines, status, body = ''] of table) {
      const text = [
        ...lines,
        ...(status === 200 || lines.length > 1 ? ['Connection: close'] : []),
        '',
        body,
      ].join('\r\n');
      const filled = text
        .replaceAll('{host}', host)
        .replaceAll('{origin}', seat.origin)
        .replaceAll('{port}', String(seat.port))
        .replaceAll('{cookie}', cookie);
      const reply = await raw(filled);
      expect([sentence, Number(/^HTTP\/1\.1 (\d+)/.exec(reply)?.[1])]).toEqual([sentence, status]);
      const head = reply.split('\r\n\r\n')[0]?.toLowerCase() ?? '';
      for (const header of safe) expect([sentence, head.includes(header)]).toEqual([sentence, true]);
      expect([sentence, head.includes('set-cookie'), head.includes('access-control')]).toEqual([
        sentence,
        false,
        false,
      ]);
      expect(reply).not.toContain(SECRET);
    }
  });

  it('reads nothing that follows a request it turned away as another one', async () => {
    const { raw, cookie, host } = await aSeat();
    const hidden = `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`;
    const outer = `POST /rpc/people/state HTTP/1.1\r\nHost: evil.example\r\nContent-Length: ${hidden.length}\r\n\r\n`;
    const reply = await raw(outer + hidden + hidden);
    expect(reply.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 421']);
  });

  it('keeps the secret out of what a browser remembers, and out of the log', async () => {
    const { send, welcome, logged, raw, host } = await aSeat();
    expect(welcome.headers.location).toBe('/');
    expect(welcome.headers['referrer-policy']).toBe('no-referrer');
    expect(welcome.headers['cache-control']).toBe('no-store');
    await raw(`GET /?key=${SECRET}%zz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    await send(`/?key=${SECRET}x`);
    expect(logged.join('\n')).not.toContain(SECRET);
  });

  it('lets a browser that comes by the address again begin anew: its session before ends', async () => {
    const { send, rpc, cookie } = await aSeat();
    const again = await send(`/?key=${SECRET}`, { headers: { cookie } });
    const next = again.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect(again.status).toBe(303);
    expect(next).not.toBe(cookie);
    expect((await rpc()).status).toBe(403);
    expect((await rpc({ cookie: next })).status).toBe(200);
  });
});
