export const SCHEME = 'app';
const HOST = 'nuantuo';
export const ORIGIN = `${SCHEME}://${HOST}`;

/**
 * Whether an address is a page of this program; anything that cannot be read as one is not. It is parsed, so that
 * `app://nuantuo@evil` and `app://nuantuo.evil` are what they are, and it must also begin as ours do: nothing is left to a difference
 * between this parser and Chromium's.
 */
export function isOurs(address: string): boolean {
  if (!address.startsWith(`${ORIGIN}/`) || !URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}

type Asked = { readonly url: string; readonly resourceType?: string };

/**
 * Whether a request may be made at all. Besides our own files: pictures written into a page as data, and files that the page itself
 * put together (a workbook to be saved). The tools of developers only where the program is not packaged.
 */
export function mayBeAsked({ url, resourceType }: Asked, packaged: boolean): boolean {
  if (isOurs(url)) return true;
  if (url.startsWith('blob:')) return isOurs(url.slice('blob:'.length)) && !isPage(resourceType);
  if (url.startsWith('data:')) return resourceType === 'image';
  return !packaged && (url.startsWith('devtools://') || url.startsWith('chrome-extension://'));
}

function isPage(resourceType: string | undefined): boolean {
  return resourceType === 'mainFrame' || resourceType === 'subFrame';
}
