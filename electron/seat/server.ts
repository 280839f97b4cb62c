import { RPCHandler } from '@orpc/server/fetch';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connection, House } from '../core/house.ts';
import { router } from '../core/router.ts';
import { safeHeaders, windowFiles } from '../core/window-files.ts';

/** A workbook as base64 in JSON, and some room. */
const LARGEST_BODY = 36 * 1024 * 1024;
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
};

/**
 * Serves the same window and the same router to a browser on this PC, for machines without Electron. Only 127.0.0.1 is bound;
 * Host and Origin must be ours (no DNS rebinding, no other page), and a browser gets its cookie only through the address
 * with the start-up secret. Each cookie is one connection, that is one session.
 */
export async function openSeat({
  house,
  files,
  port = 0,
  secret = randomBytes(24).toString('base64url'),
  connect = () => house.connect(),
  keepOpen = false,
}: SeatOptions): Promise<Seat> {
  const rpc = new RPCHandler(router);
  const serveFile = windowFiles(files, "'self'");
  const connections = new Map<string, Connection>();
  let host = '';

  const answer = async (request: IncomingMessage, gone: AbortSignal): Promise<Response> => {
    const origin = `http://${host}`;
    const url = new URL(request.url ?? '/', origin);
    if (request.headers.host !== host) return refused(421, 'wrong host');
    if (request.headers.origin !== undefined && request.headers.origin !== origin)
      return refused(403, 'wrong origin');

    const key = url.searchParams.get('key');
    if (key !== null)
      return request.method === 'GET' && same(key, secret) ? welcome() : refused(403, 'wrong key');

    const connection = connections.get(cookieOf(request));
    if (!connection) return refused(403, WITHOUT_KEY);
    if (url.pathname.startsWith('/rpc/')) return rpcAnswer(request, url, connection, gone);
    return request.method === 'GET' ? serveFile(url.pathname) : refused(405, 'method not allowed');
  };

  const welcome = (): Response => {
    const cookie = randomBytes(24).toString('base64url');
    connections.set(cookie, connect());
    return new Response(null, {
      status: 303,
      headers: {
        ...safeHeaders('', "'self'"),
        location: '/',
        'set-cookie': `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
      },
    });
  };

  const rpcAnswer = async (
    request: IncomingMessage,
    url: URL,
    connection: Connection,
    gone: AbortSignal,
  ): Promise<Response> => {
    if (request.method !== 'POST') return refused(405, 'method not allowed');
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') return refused(403, 'wrong site');
    const body = await readBody(request);
    if (!body) return refused(413, 'too large');
    const sent = new Request(url, {
      method: 'POST',
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
      body,
      signal: gone,
    });
    const { response } = await rpc.handle(sent, { prefix: '/rpc', context: { house, connection } });
    if (!response) return refused(404, 'no such request');
    for (const [name, value] of Object.entries(safeHeaders('', "'self'"))) response.headers.set(name, value);
    return response;
  };

  const server = createServer((request, reply) => {
    const gone = new AbortController();
    reply.once('close', () => {
      if (!reply.writableFinished) gone.abort();
    });
    answer(request, gone.signal)
      .catch((error: unknown) => {
        house.log({ reference: house.reference(), request: 'seat', error });
        return refused(500, 'unexpected');
      })
      .then((response) => send(response, reply))
      .catch((error: unknown) => reply.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  server.requestTimeout = 60_000;
  await listen(server, port);
  const sweeper = setInterval(() => void house.sweepSoon(), 15_000);
  sweeper.unref();
  const bound = (server.address() as AddressInfo).port;
  host = `127.0.0.1:${bound}`;

  return {
    port: bound,
    origin: `http://${host}`,
    address: `http://${host}/?key=${secret}`,
    close: async () => {
      clearInterval(sweeper);
      if (!keepOpen)
        await Promise.all([...connections.values()].map((connection) => house.disconnect(connection)));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!keepOpen) await house.close();
    },
  };
}

const WITHOUT_KEY =
  '请用启动时打印的完整地址打开暖托。\nOpen Nuantuo with the whole address that was printed when it started.\n';

function refused(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { ...safeHeaders('', "'none'"), 'content-type': 'text/plain; charset=utf-8' },
  });
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

/** The whole body, or null when it is larger than a request may be; what comes after the limit is not kept. */
async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
