/** What a name is found by: `wangguoqing` and `wgq` for 王国庆. Lower case, without tones or spaces, ü as v. */
export type NameKeys = { readonly pinyin: string; readonly initials: string };

/** The form in which keys are kept and held against what is typed. */
export function squeezeKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s·.'’-]+/g, '');
}

/** What somebody typed into a search field, in the form of the keys: full-width letters, case and spaces do not matter. */
export function searchKey(typed: string): string {
  return squeezeKey(typed.normalize('NFKC'));
}
