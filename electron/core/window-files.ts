import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

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
      `style-src 'self' 'nonce-${nonce}'`,
      `img-src 'self' data: blob:`,
      `font-src 'self'`,
      `connect-src ${connect}`,
      `worker-src 'none'`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-src 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

/**
 * Answers for the built window files under a folder. Only known file types inside the folder are served; the page gets a fresh
 * nonce at each answer for the style elements that Mantine makes at run time.
 */
export function windowFiles(folder: string, connect: "'self'" | "'none'") {
  return async (pathname: string): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64');
    const headers = safeHeaders(nonce, connect);
    const file = fileIn(folder, pathname);
    const type = file && types[extname(file)];
    if (!file || !type) return new Response('not found', { status: 404, headers });
    try {
      const bytes = await readFile(file);
      const body =
        extname(file) === '.html'
          ? bytes.toString('utf8').replaceAll('__NONCE__', nonce)
          : new Uint8Array(bytes);
      return new Response(body, { headers: { ...headers, 'content-type': type } });
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) {
        return new Response('not found', { status: 404, headers });
      }
      throw error;
    }
  };
}

function fileIn(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null; // a malformed escape names no file
  }
  if (decoded.includes('\0')) return null;
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}
