/** Full-width letters, digits and signs as their plain forms; the ideographic space as a space; unseen characters gone. */
export function halfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/\s/g, ' ');
}

/** Without any space. */
export function squeeze(text: string): string {
  return halfWidth(text).replaceAll(' ', '');
}

/** For addresses and notes: ends trimmed, runs of spaces as one. */
export function tidy(text: string): string {
  return text.replaceAll(/[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g, ' ').trim();
}

/** A person's name: no spaces between Chinese characters (`罗 荣` is 罗荣), single ones between Latin words. */
export function tidyName(text: string): string {
  const plain = halfWidth(text).trim().replaceAll(/ +/g, ' ');
  return /\p{Script=Han}/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

/** A heading without spaces, marks, units and what stands in brackets: `月基本工资（元）` → `月基本工资`, `体温℃` → `体温`. */
export function headingKey(text: string): string {
  return squeeze(text)
    .replaceAll(/[([【{<][^)\]】}>]*[)\]】}>]/g, '')
    .replaceAll(/[*#:：、，,。.;；/\\|_"'“”‘’\-—]/g, '')
    .toLowerCase()
    .replace(/(℃|°c|kg|公斤|mmhg|mmoll|cm|厘米|%)$/, '');
}

const NUMERALS = '〇一二三四五六七八九';

/** `二〇二六年十月八日` → `2026年10月8日`; other texts stay as they are. */
export function fromChineseNumerals(text: string): string {
  if (!/[一二三四五六七八九十]/.test(text)) return text;
  return text
    .replaceAll(/[零○Ｏ]/g, '〇')
    .replaceAll(
      /([一二三四五六七八九])?十([一二三四五六七八九])?/g,
      (_, tens: string | undefined, units: string | undefined) =>
        String((tens ? NUMERALS.indexOf(tens) : 1) * 10 + (units ? NUMERALS.indexOf(units) : 0)),
    )
    .replaceAll(/[〇一二三四五六七八九]/g, (numeral) => String(NUMERALS.indexOf(numeral)));
}
