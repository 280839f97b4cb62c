import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { openSeat } from '../../electron/seat/server.ts';

export const SECRET = 'start-up-secret';

/** A seat on an empty house, with ways to speak to it: as a browser does, and as nobody should. */
export async function aSeat(options: { readonly patience?: number; readonly clock?: () => number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-seat-'));
  const files = join(folder, 'window');
  mkdirSync(files);
  writeFileSync(join(files, 'index.html'), '<style nonce="__NONCE__"></style>');
  writeFileSync(join(folder, 'secret.html'), 'outside');
  const logged: string[] = [];
  const house = new House({
    folder: join(folder, 'data'),
    kdf: { N: 16, r: 8, p: 1 },
    log: ({ request, error }) => logged.push(`${request} ${String(error)}`),
  });
  const seat = await openSeat({ house, files, secret: SECRET, ...options });
  onTestFinished(async () => {
    await seat.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (
    path: string,
    sending: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = sending;
      const sent = httpRequest({ host: '127.0.0.1', port: seat.port, path, method, headers }, (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  /** Sends bytes as they are and gives back all that comes until the connection ends. */
  const raw = (text: string, more?: (write: (text: string) => void) => void) =>
    new Promise<string>((resolve) => {
      let came = '';
      const socket = createConnection({ host: '127.0.0.1', port: seat.port }, () => {
        socket.write(text);
        more?.((next) => void socket.write(next));
      });
      socket.setEncoding('utf8').on('data', (chunk: string) => (came += chunk));
      socket.on('error', () => undefined).on('close', () => resolve(came)); // a reset is an end like any other
    });
  const welcome = await send(`/?key=${SECRET}`);
  const cookie = welcome.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const rpc = (headers: Record<string, string> = {}, body = '{"json":{}}') =>
    send('/rpc/people/state', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: seat.origin, cookie, ...headers },
      body,
    });
  return { seat, house, logged, send, raw, rpc, cookie, welcome, host: `127.0.0.1:${seat.port}` };
}
