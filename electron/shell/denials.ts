import { app, type Session, type WebContents } from 'electron';
import { isOurs, mayBeAsked, ORIGIN } from './address.ts';

/** The one permission that a page of ours has: to copy a table that the user asked to copy. Reading the clipboard is not it. */
const COPYING = 'clipboard-sanitized-write';

/**
 * No permission of the web platform but copying, no device, no capture of the screen, and no request that leaves the program
 * (Electron's security checklist, points 1 and 5). Electron grants what nobody refuses, so both handlers are set.
 */
export function denyEverythingElse(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(permission === COPYING && details.isMainFrame && isOurs(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      permission === COPYING && details.isMainFrame && (origin === ORIGIN || origin === `${ORIGIN}/`),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !mayBeAsked(details, app.isPackaged) }),
  );
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:') || !mayBeAsked({ url: item.getURL() }, true))
      event.preventDefault();
  });
}

/** Whatever shows a page, however it came to be: it stays on our pages, opens nothing and embeds nothing (points 11 to 14). */
export function keepInside(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event as 'will-navigate', (details) => {
      if (!isOurs(details.url)) details.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
