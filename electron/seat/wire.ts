import { STATUS_CODES, type Server, type ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { safeHeaders } from '../core/window-files.ts';

/** Connections at the same time: a browser opens six, and there are few browsers on one PC. */
const MOST_CONNECTIONS = 100;

/** How requests are read: strictly, a head of 16 kB at most, late ones looked for often enough. A missing host is for our own door. */
export function wireOptions(patience: number): ServerOptions {
  return {
    maxHeaderSize: 16 * 1024,
    insecureHTTPParser: false,
    requireHostHeader: false,
    connectionsCheckingInterval: Math.min(5_000, patience / 2),
  };
}

/**
 * Limits below the requests: how many connections, how long one may take to speak, how much head it may send, and no other protocol on
 * them. What Node turns away by itself gets our headers too.
 * @param patience milliseconds in which a request must have come whole
 */
export function limitWire(server: Server, patience: number): void {
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = 64;
  server.headersTimeout = Math.min(10_000, patience);
  server.requestTimeout = patience;
  server.keepAliveTimeout = 5_000;
  server.on('upgrade', (_request, socket) => turnAway(socket, 400));
  server.on('connect', (_request, socket) => turnAway(socket, 405));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'HPE_HEADER_OVERFLOW') return turnAway(socket, 431);
    turnAway(socket, error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400);
  });
  server.on('checkExpectation', (_request, reply) => {
    reply.writeHead(417, { ...safeHeaders('', "'none'"), connection: 'close' });
    reply.end();
  });
}

/** An answer on a connection that speaks no request of ours, and its end. */
function turnAway(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy();
  const lines = Object.entries({
    ...safeHeaders('', "'none'"),
    connection: 'close',
    'content-length': '0',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`, () =>
    socket.destroy(),
  );
}
