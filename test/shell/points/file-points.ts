import * as fc from 'fast-check';
import { expect } from 'vitest';
import { count, seed } from '../../support/counts.ts';
import { point } from './point.ts';
import { shell } from './running.ts';

const policy: Readonly<Record<string, string>> = {
  'default-src': `'none'`,
  'script-src': `'self'`,
  'img-src': `'self' data: blob:`,
  'font-src': `'self'`,
  'connect-src': `'none'`,
  'worker-src': `'none'`,
  'object-src': `'none'`,
  'base-uri': `'none'`,
  'form-action': `'none'`,
  'frame-src': `'none'`,
  'frame-ancestors': `'none'`,
  'require-trusted-types-for': `'script'`,
  'trusted-types': 'default',
};
const headers: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

async function asked(url: string, method = 'GET'): Promise<Response> {
  const serve = shell.session.protocols.get('app');
  if (!serve) throw new Error('the scheme is not answered');
  return serve({ url, method } as Request);
}

function directives(answer: Response): Map<string, string> {
  const said = (answer.headers.get('content-security-policy') ?? '').split('; ');
  return new Map(said.map((each) => [each.split(' ')[0] ?? '', each.split(' ').slice(1).join(' ')]));
}

/** Pieces that have led programs out of their folder, and names of files that are there. */
const piece = fc.constantFrom(
  '..',
  '.',
  '...',
  '/',
  '//',
  '\\',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%2f',
  '%5c',
  '%00',
  '\0',
  '%c0%ae%c0%ae',
  '..%c0%af',
  '..;',
  '~',
  'C:',
  'C:\\',
  'file:',
  '::$DATA',
  'CON',
  'main',
  'renderer',
  'index.html',
  'assets',
  'index.js',
  'program-files.json',
  'package.json',
  'etc',
  'passwd',
  '%',
  '暖',
  ' ',
);

/** Points 7 and 18: pages come from a list of built files, each with the policy. */
export function filePoints(): void {
  for (const [name, value] of Object.entries(policy))
    point(7, `every answer says ${name} ${value}`, async () => {
      for (const url of ['app://nuantuo/', 'app://nuantuo/assets/index.js', 'app://nuantuo/none'])
        expect(directives(await asked(url)).get(name)).toBe(value);
    });
  for (const [name, value] of Object.entries(headers))
    point(7, `every answer says ${name}: ${value}`, async () => {
      for (const url of ['app://nuantuo/', 'app://nuantuo/assets/index.js', 'app://nuantuo/none'])
        expect((await asked(url)).headers.get(name)).toBe(value);
    });
  point(7, 'styles need the nonce of their own answer', async () => {
    const nonces = [await asked('app://nuantuo/'), await asked('app://nuantuo/')].map((answer) =>
      directives(answer).get('style-src'),
    );
    for (const nonce of nonces) expect(nonce).toMatch(/^'self' 'nonce-[\w+/]{22}=='$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });
  point(7, 'nothing in the policy is unsafe or wide', async () => {
    const said = (await asked('app://nuantuo/')).headers.get('content-security-policy') ?? '';
    expect(said).not.toMatch(/unsafe|\*|https?:|wss?:|strict-dynamic/);
  });
  point(18, 'the page is answered by its two addresses', async () => {
    for (const url of ['app://nuantuo/', 'app://nuantuo/index.html'])
      expect([(await asked(url)).status, await (await asked(url)).text()]).toEqual([200, '<p>暖托</p>']);
    expect((await asked('app://nuantuo/')).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
  for (const url of ['app://other/', 'app://nuantuo@evil/', 'app://nuantuo:1/', 'https://nuantuo/'])
    point(18, `${url} is not answered by our files`, async () => {
      expect((await asked(url)).status).toBe(404);
    });
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])
    point(18, `${method} is not answered`, async () => {
      expect((await asked('app://nuantuo/', method)).status).toBe(404);
    });
  point(18, `${count('traversals', 4_000)} paths that lead out of the folder lead nowhere`, async () => {
    const named = new Set(['/', '/index.html', '/assets/index.js']);
    const path = fc.array(fc.oneof(piece, fc.constant('/'), fc.string({ maxLength: 3 })), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(path, async (pieces) => {
        const url = `app://nuantuo/${pieces.join('')}`;
        const answer = await asked(url);
        if (answer.status === 200) expect([...named]).toContain(new URL(url).pathname);
        else expect(answer.status).toBe(404);
      }),
      { numRuns: count('traversals', 4_000), seed: seed('traversals') },
    );
  });
}
