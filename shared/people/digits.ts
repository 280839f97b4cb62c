/** Full-width digits (typed with a Chinese input method) to half-width, without spaces: `４１１７ ９９` → `411799`. */
export function halfWidth(text: string): string {
  return text
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s/g, '');
}
