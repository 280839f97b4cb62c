import { describe, expect, it } from 'vitest';
import { testedNames } from '../../electron/core/self-test.ts';
import { isNode, sourcesBelow, treeOf, treeOfText, walk, type Node } from '../support/syntax.ts';

/** Functions of node:crypto whose first argument names an algorithm. */
const named =
  /^(?:create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify|ECDH|DiffieHellman)|hkdf|hkdfSync|hash|generateKey\w*)$/;
const files = sourcesBelow('electron', 'db', 'shared', 'build');

const text = (node: unknown) =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;
const nameOf = (node: unknown) => (isNode(node) && typeof node['name'] === 'string' ? node['name'] : '');

/** What a file asks of node:crypto, as the self-test names it; what cannot be read off is told as it stands. */
function askedOf(tree: Node): string[] {
  const local = new Map<string, string>();
  const asked: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'ImportDeclaration' && /^(?:node:)?crypto$/.test(text(node['source']) ?? '')) {
      if (node['importKind'] === 'type') return;
      for (const specifier of node['specifiers'] as Node[])
        if (specifier.type === 'ImportSpecifier')
          local.set(nameOf(specifier['local']), nameOf(specifier['imported']));
        else asked.push('the whole of node:crypto');
    }
    if (node.type === 'ImportExpression' && /^(?:node:)?crypto$/.test(text(node['source']) ?? ''))
      asked.push('node:crypto at run time');
    if (node.type === 'MemberExpression' && nameOf(node['property']) === 'subtle') asked.push('subtle');
  });
  walk(tree, (node, [parent]) => {
    const imported = node.type === 'Identifier' ? local.get(nameOf(node)) : undefined;
    if (imported === undefined || parent?.type === 'ImportSpecifier') return;
    if (!named.test(imported)) return void asked.push(imported);
    const called = parent?.type === 'CallExpression' && parent['callee'] === node;
    const algorithm = called ? text((parent['arguments'] as unknown[])[0]) : null;
    asked.push(`${imported} ${algorithm ?? 'with a name that is not written out'}`);
  });
  return asked;
}

/** Calls of a method by its name, whatever it is called on. */
function callsOf(tree: Node, methods: readonly string[]): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.type !== 'CallExpression' || !isNode(node['callee'])) return;
    const { type, property } = node['callee'];
    const name = type === 'MemberExpression' ? (text(property) ?? nameOf(property)) : '';
    if (methods.includes(name)) found.push(name);
  });
  return found;
}

describe('cryptographic names', () => {
  it('are each answered for by the self-test at start', () => {
    const asked = files.flatMap((file) => askedOf(treeOf(file)).map((name) => [file, name] as const));
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter(([, name]) => !testedNames.includes(name)).map((use) => use.join(': '))).toEqual([]);
  });

  it('are found however they are written', () => {
    const asked = (code: string) => askedOf(treeOfText('a.ts', code));
    expect(asked(`import { createHash as h } from 'node:crypto'; h('sm3');`)).toEqual(['createHash sm3']);
    expect(asked(`import { createHash } from 'crypto'; createHash(name);`)).toEqual([
      'createHash with a name that is not written out',
    ]);
    expect(asked(`import { createHmac } from 'node:crypto'; call(createHmac);`)).toEqual([
      'createHmac with a name that is not written out',
    ]);
    expect(asked(`import { argon2 } from 'node:crypto'; argon2(1);`)).toEqual(['argon2']);
    expect(asked(`import * as c from 'node:crypto';`)).toEqual(['the whole of node:crypto']);
    expect(asked(`const c = await import('node:crypto');`)).toEqual(['node:crypto at run time']);
    expect(asked(`crypto.subtle.digest('SHA-1', x)`)).toEqual(['subtle']);
    expect(asked(`import type { Hash } from 'node:crypto';`)).toEqual([]);
  });
});

describe('the database driver', () => {
  it('is never asked for its bytes: serialize() gives plain text, backup() fails on an encrypted file', () => {
    const calls = files
      .filter((file) => !file.startsWith('build/'))
      .flatMap((file) => callsOf(treeOf(file), ['serialize', 'backup']).map((name) => `${file}: ${name}`));
    expect(calls).toEqual([]);
    expect(
      callsOf(treeOfText('a.ts', `raw.serialize(); raw['backup']('x');`), ['serialize', 'backup']),
    ).toEqual(['serialize', 'backup']);
  });
});
