import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from '../../shared/messages/index.ts';
import { usedTexts, type Texts } from '../support/text-uses.ts';

function pathsOf(texts: Texts, above = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const path = above === '' ? key : `${above}.${key}`;
    if (typeof value === 'string') return [path];
    return typeof value === 'object' ? pathsOf(value, path) : [];
  });
}

/** The program, without the texts themselves; sentences of failures are built from other texts. */
const sources = globSync('{renderer,electron,shared,db,build}/**/*.{ts,tsx}', {
  cwd: new URL('../..', import.meta.url).pathname,
})
  .filter((name) => !/messages.(?:zh-CN|en).(?!failures)/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8') }));

describe('every text', () => {
  it('is used by the program: what nobody reads is taken out', () => {
    const texts = messages['zh-CN'] as unknown as Texts;
    const used = usedTexts(texts, sources);
    expect(pathsOf(texts).filter((path) => !used.has(path))).toEqual([]);
  }, 60_000);
});

describe('whether a text is used', () => {
  const texts = {
    duty: { title: '', kinds: { day: '', night: '' }, note: { short: '', long: '' } },
    other: { title: '' },
  };
  const usedIn = (...codes: readonly string[]) =>
    [
      ...usedTexts(
        texts,
        codes.map((text, index) => ({ name: `${index}.tsx`, text })),
      ),
    ].toSorted();

  it('is seen through sentences, variables, destructuring and named types', () => {
    expect(usedIn('t(($) => (one ? $.duty.title : $.duty.kinds.day));')).toEqual([
      'duty.kinds.day',
      'duty.title',
    ]);
    expect(
      usedIn('function useWords(): Words<Messages> {} const { note: { short } } = useWords().duty;'),
    ).toEqual(['duty.note.short']);
    expect(
      usedIn(
        'export type DutyWords = Words<Messages>["duty"]; type Props = { words: DutyWords };',
        'function say(facts: Props) { return facts.words.note.long; }',
        'const routes = [{ label: (all) => all.other.title }]; type Route = { label: (words: Words<Messages>) => string };',
      ),
    ).toEqual(['duty.note.long', 'other.title']);
  });

  it('is granted to a whole group where the key is chosen at run time or the group is handed on', () => {
    expect(usedIn('t(($) => $.duty.kinds[kind]);')).toEqual(['duty.kinds.day', 'duty.kinds.night']);
    expect(usedIn('const words = messages[language].duty; draw(words.note);')).toEqual([
      'duty.note.long',
      'duty.note.short',
    ]);
  });

  it('is not granted for a word of the same name', () => {
    expect(
      usedIn('const words = messages[language].other; say(words.title, person.note, roster.kinds);'),
    ).toEqual(['other.title']);
  });
});
