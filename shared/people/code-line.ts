/** What is left of a typed code line when case, spaces and dashes do not count, and look-alikes are read as the code's symbols. */
const bare = (text: string) =>
  text
    .toUpperCase()
    .replaceAll(/[\s\-–—_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

/** Whether a line of the recovery code was typed back as it stands on the paper. */
export function sameCodeLine(typed: string, line: string): boolean {
  return bare(typed) !== '' && bare(typed) === bare(line);
}
