import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { failures, type FailureCode } from '../../shared/contract/failures.ts';
import { actionText } from '../../shared/messages/actions.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import { languages } from '../../shared/messages/language.ts';
import { sentenceFor } from '../../shared/messages/sentence.ts';
import { everyRequest } from '../support/contract.ts';

type Tree = { readonly [key: string]: string | Tree };

function everyText(tree: Tree, path: readonly string[] = []): { path: string; text: string }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [{ path: [...path, key].join('.'), text: value }]
      : everyText(value, [...path, key]),
  );
}

const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
const chinese = everyText(messages['zh-CN'] as unknown as Tree);
const english = everyText(messages.en as unknown as Tree);

describe('every text', () => {
  it('stands under the same key in both languages', () => {
    expect(english.map(({ path }) => path).toSorted()).toEqual(chinese.map(({ path }) => path).toSorted());
  });

  it('names the same facts in both languages', () => {
    const facts = new Map(english.map(({ path, text }) => [path, places(text)]));
    const differing = chinese.filter(({ path, text }) => places(text).join() !== facts.get(path)?.join());
    expect(differing).toEqual([]);
  });

  it('is not left in Chinese on the English screen', () => {
    // A term of the law may stand in both languages: 低保 (basic allowance).
    const left = english.filter(({ text }) => /\p{Script=Han}/u.test(text) && !/[A-Za-z]{3}/.test(text));
    expect(left.map(({ path }) => path)).toEqual(['frame.otherLanguage']);
  });

  it('has straight quotes in English: the bundled face draws curly ones as wide as a character', () => {
    const curly = globSync('../../shared/messages/en/*.ts', { cwd: import.meta.dirname }).filter((name) =>
      /[‘’“”]/u.test(readFileSync(join(import.meta.dirname, name), 'utf8')),
    );
    expect(curly).toEqual([]);
  });

  it('puts facts in as the screen does, and leaves a place without a fact visible', () => {
    expect(fill('共 {{count}} 位，{{other}}', { count: 3 })).toBe('共 3 位，{{other}}');
  });
});

describe('every failure', () => {
  it('has one sentence with an end in both languages, even when its facts are not as declared', () => {
    for (const code of Object.keys(failures) as FailureCode[]) {
      for (const language of languages) {
        const sentence = sentenceFor({ code, data: undefined }, language);
        expect(sentence, `${code} ${language}`).toMatch(/[。.：:\w]$/u);
        expect(sentence).not.toContain('undefined');
      }
    }
  });
});

describe('every change, and every look at something sensitive', () => {
  it('has a name in the log of what was done, in both languages', () => {
    const changes = everyRequest(contract).filter(({ meta }) => meta.changes || meta.reads);
    const unnamed = changes
      .map(({ path }) => path.join('.'))
      .filter((action) => languages.some((language) => actionText(action, language) === action));
    expect(unnamed).toEqual([]);
  });
});
