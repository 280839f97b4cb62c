import { pinyin } from 'pinyin-pro';

/** What a name is found by: `wangguoqing` and `wgq` for 王国庆. Lower case, without tones or spaces, ü as v. */
export type NameKeys = { readonly pinyin: string; readonly initials: string };

const squeeze = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s·.'’-]+/g, '');

/**
 * The search keys of a person's name. The first characters are read as a surname (单 shan, 曾 zeng, 尉迟 yuchi).
 * Stored with the row when the name is stored, so that lists need no dictionary.
 */
export function nameKeys(name: string): NameKeys {
  const options = { toneType: 'none', type: 'array', surname: 'head', v: true } as const;
  const text = name.replaceAll(/[\s·]+/g, '');
  return {
    pinyin: squeeze(pinyin(text, options).join('')),
    initials: squeeze(pinyin(text, { ...options, pattern: 'first' }).join('')),
  };
}

/** What somebody typed into a search field, in the form of the keys: full-width letters, case and spaces do not matter. */
export function searchKey(typed: string): string {
  return squeeze(typed.normalize('NFKC'));
}
