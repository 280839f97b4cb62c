/**
 * Switches of Chromium and Node that would open the packaged program to another one on the PC, or take a protection away. The fuses
 * stop Node's own; Chromium's have no fuse.
 */
export const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'load-extension',
  'proxy-server',
  'proxy-pac-url',
  'ignore-certificate-errors',
  'enable-blink-features',
] as const;
