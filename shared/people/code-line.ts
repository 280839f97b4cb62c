/**
 * What is left of a typed code when case, width, spaces and dashes do not count, and look-alikes are read as the code's symbols
 * (a Chinese input method types full-width letters).
 */
export function bareSymbols(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Whether a line of the recovery code was typed back as it stands on the paper. */
export function sameCodeLine(typed: string, line: string): boolean {
  return bareSymbols(typed) !== '' && bareSymbols(typed) === bareSymbols(line);
}
