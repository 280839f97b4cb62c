import type { IncomingMessage } from 'node:http';
import { safeHeaders } from '../core/window-files.ts';

/** Headers that may stand in a request once; two of them are read differently by different programs. */
const single: ReadonlySet<string> = new Set([
  'host',
  'origin',
  'cookie',
  'content-length',
  'content-type',
  'transfer-encoding',
  'sec-fetch-site',
  'expect',
]);

/** A refusal with all of our headers. The connection ends with it: what follows on it is not read as another request. */
export function refused(status: number, text: string, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      ...safeHeaders('', "'none'"),
      'content-type': 'text/plain; charset=utf-8',
      connection: 'close',
      ...more,
    },
  });
}

/**
 * Why a request is turned away before anything else is asked, or null. Host and Origin must be ours to the letter (no other name for
 * this PC, so no DNS rebinding; no other page), its target is a path, and nothing in it can be read in two ways.
 */
export function turnedAway(request: IncomingMessage, host: string): Response | null {
  const { headers, rawHeaders, method = '', url = '' } = request;
  const names = rawHeaders.filter((_each, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const repeated = names.find((name, index) => single.has(name) && names.indexOf(name) !== index);
  if (repeated) return refused(400, 'a header stands there twice');
  if (headers.host !== host) return refused(421, 'wrong host');
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    return refused(403, 'wrong origin');
  if (method !== 'GET' && method !== 'POST')
    return refused(405, 'method not allowed', { allow: 'GET, POST' });
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(url) || url.length > 2_000) return refused(400, 'no path of ours');
  if (headers.upgrade !== undefined) return refused(400, 'nothing else is spoken here');
  const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  if (method === 'GET' && hasBody) return refused(400, 'a question has no body');
  return null;
}

/** Whether the browser says that another site made this request; a browser that says nothing is let on to the other checks. */
export function isFromElsewhere(request: IncomingMessage, allowed: readonly string[]): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && !allowed.includes(String(site));
}

/**
 * Why a request of the contract is turned away, or null. Only JSON from our own page: a page elsewhere cannot send that without
 * asking first, and is never answered yes.
 */
export function wrongRequest(request: IncomingMessage, largest: number): Response | null {
  const { headers, method } = request;
  if (method !== 'POST') return refused(405, 'method not allowed', { allow: 'POST' });
  if (headers.origin === undefined) return refused(403, 'no origin');
  if (isFromElsewhere(request, ['same-origin'])) return refused(403, 'wrong site');
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
    return refused(415, 'JSON only');
  if (headers['content-encoding'] !== undefined) return refused(415, 'no encodings');
  if (Number(headers['content-length'] ?? 0) > largest) return refused(413, 'too large');
  return null;
}
