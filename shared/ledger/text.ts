/** Full-width letters, digits and signs as their plain forms; the ideographic space as a space; unseen characters gone. */
export function halfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/\s/g, ' ');
}

/** Without any space. */
export function squeeze(text: string): string {
  return halfWidth(text).replaceAll(' ', '');
}

/** For addresses and notes: ends trimmed, runs of spaces as one. */
export function tidy(text: string): string {
  return text.replaceAll(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ').trim();
}

/** A person's name: no spaces between Chinese characters (`罗 荣` is 罗荣), single ones between Latin words. */
export function tidyName(text: string): string {
  const plain = halfWidth(text).trim().replaceAll(/ +/g, ' ');
  return /\p{Script=Han}/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

/** A heading without spaces, line breaks, marks and what stands in brackets: `月基本工资（元）` → `月基本工资`. */
export function headingKey(text: string): string {
  return squeeze(text)
    .replaceAll(/[([【{<][^)\]】}>]*[)\]】}>]/g, '')
    .replaceAll(/[*#:：、，,。.;；/\\|_"'“”‘’\-—]/g, '')
    .toLowerCase();
}
