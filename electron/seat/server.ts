import { RPCHandler } from '@orpc/server/fetch';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Allowance } from '../core/allowance.ts';
import type { Connection, House } from '../core/house.ts';
import { LARGEST_REQUEST } from '../core/limited-port.ts';
import { router } from '../core/router.ts';
import { safeHeaders, windowFiles } from '../core/window-files.ts';
import { Bodies } from './body.ts';
import { Browsers, type Browser } from './browsers.ts';
import { isFromElsewhere, refused, turnedAway, wrongRequest } from './gate.ts';
import { limitWire, wireOptions } from './wire.ts';

const COOKIE = 'nuantuo';

export type Seat = {
  readonly port: number;
  readonly origin: string;
  readonly address: string;
  close(): Promise<void>;
};
type SeatOptions = {
  readonly house: House;
  readonly files: string;
  readonly port?: number;
  readonly secret?: string;
  /** The connection that a browser gets: a new one each, unless the caller has one that is signed in (printing without a window). */
  readonly connect?: () => Connection;
  /** Leaves the house and its sessions open when the seat closes: the caller goes on with them. */
  readonly keepOpen?: boolean;
  /** Milliseconds in which a request must have come whole. */
  readonly patience?: number;
  /** Milliseconds of a clock that is never put right: for limits, which a wrong date of the PC must not touch. */
  readonly clock?: () => number;
};

/**
 * Serves the same window and the same router to a browser on this PC, for machines without Electron. Only 127.0.0.1 is bound;
 * a browser gets its cookie only through the address with the start-up secret, and each cookie is one session. A browser sends its
 * cookies to every port of an address: a program of the same PC that lures this browser to a port of its own could see ours.
 */
export async function openSeat({
  house,
  files,
  port = 0,
  secret = randomBytes(24).toString('base64url'),
  connect = () => house.connect(),
  keepOpen = false,
  patience = 30_000,
  clock = () => performance.now(),
}: SeatOptions): Promise<Seat> {
  const rpc = new RPCHandler(router);
  const serveFile = windowFiles(files, "'self'");
  const browsers = new Browsers({ house, connect, ends: !keepOpen, clock });
  const bodies = new Bodies({ largest: LARGEST_REQUEST, together: 4 * LARGEST_REQUEST });
  /** Only for who has no cookie: a page elsewhere that floods this port takes nothing from our own window. */
  const strangers = new Allowance({ atOnce: 200, perSecond: 20, clock });
  let host = '';

  const answer = async (request: IncomingMessage, gone: AbortSignal): Promise<Response> => {
    const away = turnedAway(request, host);
    if (away) return away;
    const url = new URL(request.url ?? '/', `http://${host}`);
    const browser = browsers.find(cookieOf(request));

    if (url.searchParams.has('key')) {
      // The right key is looked at first: wrong ones, however many, never keep it out.
      const right = request.method === 'GET' && url.pathname === '/' && isKey(url.searchParams, secret);
      if (right) return welcome(await browsers.admit(cookieOf(request)));
      return strangers.take() ? refused(403, 'wrong key') : tooMany();
    }
    if (!browser) return strangers.take() ? refused(403, WITHOUT_KEY) : tooMany();
    if (!browser.allowance.take()) return tooMany();
    if (isFromElsewhere(request, ['same-origin', 'none'])) return refused(403, 'wrong site');
    if (url.pathname.startsWith('/rpc/')) return rpcAnswer(request, url, browser, gone);
    return request.method === 'GET'
      ? serveFile(url.pathname)
      : refused(405, 'method not allowed', { allow: 'GET' });
  };

  const rpcAnswer = async (
    request: IncomingMessage,
    url: URL,
    { connection }: Browser,
    gone: AbortSignal,
  ): Promise<Response> => {
    const wrong = wrongRequest(request, LARGEST_REQUEST);
    if (wrong) return wrong;
    const body = await bodies.read(request);
    if (body === 413) return refused(413, 'too large');
    if (body === 503) return refused(503, 'too much at once', { 'retry-after': '1' });
    const headers = { 'content-type': 'application/json' };
    const sent = new Request(url, { method: 'POST', headers, body, signal: gone });
    const { response } = await rpc.handle(sent, { prefix: '/rpc', context: { house, connection } });
    if (!response) return refused(404, 'no such request');
    for (const [name, value] of Object.entries(safeHeaders('', "'self'"))) response.headers.set(name, value);
    return response;
  };

  const server = createServer(wireOptions(patience), (request, reply) => {
    const gone = new AbortController();
    reply.once('close', () => {
      if (!reply.writableFinished) gone.abort();
    });
    answer(request, gone.signal)
      .catch((error: unknown) => {
        if (request.destroyed && !request.complete) return refused(400, 'cut off'); // nobody is there to read it
        house.log({ reference: house.reference(), request: 'seat', error });
        return refused(500, 'unexpected');
      })
      .then((response) => send(response, reply))
      .catch((error: unknown) => reply.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  limitWire(server, patience);
  await listen(server, port);
  const sweeper = setInterval(() => {
    void house.sweepSoon();
    void browsers.forget();
  }, 15_000);
  sweeper.unref();
  const bound = (server.address() as AddressInfo).port;
  host = `127.0.0.1:${bound}`;

  return {
    port: bound,
    origin: `http://${host}`,
    address: `http://${host}/?key=${secret}`,
    close: async () => {
      clearInterval(sweeper);
      await browsers.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!keepOpen) await house.close();
    },
  };
}

const WITHOUT_KEY =
  '请用启动时打印的完整地址打开暖托。\nOpen Nuantuo with the whole address that was printed when it started.\n';

/** Sent on to the bare address, so that the secret stays neither in the address bar nor in the history. */
function welcome(cookie: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      ...safeHeaders('', "'self'"),
      location: '/',
      'set-cookie': `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
    },
  });
}

const tooMany = () => refused(429, 'too many requests', { 'retry-after': '1' });

/** Compared by their sums, which are of one length: how long it takes says nothing of how much is right. */
function isKey(query: URLSearchParams, secret: string): boolean {
  const given = query.getAll('key');
  return given.length === 1 && timingSafeEqual(sum(given[0] ?? ''), sum(secret));
}

const sum = (text: string) => createHash('sha256').update(text).digest();

/** The value of our cookie; empty where there is none, or more than one: then nobody can tell whose they are. */
function cookieOf(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const ours = pairs.filter((pair) => pair.startsWith(`${COOKIE}=`));
  return ours.length === 1 ? (ours[0] ?? '').slice(COOKIE.length + 1) : '';
}

async function send(response: Response, reply: ServerResponse): Promise<void> {
  reply.writeHead(response.status, Object.fromEntries(response.headers));
  reply.end(Buffer.from(await response.arrayBuffer()));
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || port === 0) return reject(error);
      server.listen(0, '127.0.0.1', () => resolve()); // another program has our usual port: any free one will do
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
