/**
 * The majors of Electron that are supported, as they were on a day. Electron supports the newest three, and brings a new one every eight
 * weeks; the PCs of centres are not online, so whoever packages the program looks it up (electronjs.org/docs/latest/tutorial/
 * electron-timelines) and writes it down here.
 */
export const supportedElectron = { asOf: '2026-11-22', majors: [45, 44, 43] } as const;

/** Days after which the list has to be looked up again before anything is packaged. */
const OLD = 56;

/**
 * Why the program is not to be packaged with this Electron, or null.
 * @param version of the installed Electron, such as `45.4.1`
 * @param today ISO day
 */
export function whyNotElectron(
  version: string,
  today: string,
  { asOf, majors }: { readonly asOf: string; readonly majors: readonly number[] } = supportedElectron,
): string | null {
  if ((Date.parse(today) - Date.parse(asOf)) / 86_400_000 > OLD)
    return `the list of supported Electron majors is of ${asOf}: look it up and write it down in build/electron-versions.ts`;
  return majors.includes(Number(version.split('.')[0]))
    ? null
    : `Electron ${version} gets no more security fixes; supported on ${asOf}: ${majors.join(', ')}`;
}
