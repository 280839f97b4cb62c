declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * The nonce that the host put into this page; style elements without it are refused by the content security policy.
 * The browser hides it from the attribute once it is parsed, so the property is read.
 */
export function readNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
  // The scroll lock behind Mantine's windows reads its nonce from this global.
  globalThis.__webpack_nonce__ = nonce;
  return nonce;
}
