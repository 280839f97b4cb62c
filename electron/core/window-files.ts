import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Headers of every answer, both hosts (trust.md 1.3). `connect` is 'self' in the seat and 'none' in the shell, which talks by port. */
export function safeHeaders(nonce: string, connect: "'self'" | "'none'"): Record<string, string> {
  return {
    'content-security-policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self'${nonce && ` 'nonce-${nonce}'`}`,
      `img-src 'self' data: blob:`,
      `font-src 'self'`,
      `connect-src ${connect}`,
      `worker-src 'none'`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-src 'none'`,
      `frame-ancestors 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types default`,
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

/**
 * Answers for the built window files under a folder. What is there at the start is listed once; an address is looked up in that list
 * as it was sent, and never made into a path (trust.md 1.1: Electron's own example can be led out of its folder). The page gets a
 * fresh nonce at each answer for the style elements that Mantine makes at run time.
 */
export function windowFiles(folder: string, connect: "'self'" | "'none'") {
  const files = new Map(listed(folder, '/'));
  const page = files.get('/index.html');
  if (page) files.set('/', page);

  return async (pathname: string): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64');
    const file = files.get(pathname);
    const type = file && types[extname(file)];
    if (!file || !type)
      return new Response('not found', {
        status: 404,
        headers: { ...safeHeaders('', connect), 'content-type': 'text/plain; charset=utf-8' },
      });
    const bytes = await readFile(file);
    const body =
      extname(file) === '.html'
        ? bytes.toString('utf8').replaceAll('__NONCE__', nonce)
        : new Uint8Array(bytes);
    return new Response(body, { headers: { ...safeHeaders(nonce, connect), 'content-type': type } });
  };
}

/** Addresses and paths of the files in a folder and its folders. Links are left out: they may lead elsewhere. */
function listed(folder: string, address: string): [address: string, path: string][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listed(path, `${address}${entry.name}/`);
    return entry.isFile() ? [[address + entry.name, path]] : [];
  });
}
