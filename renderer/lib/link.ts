import type { ClientLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { shell } from './shell.ts';

type Link = ClientLink<Record<never, never>>;

/** The message port that the Electron preload hands to this window, once. */
function portOfShell(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'nuantuo:port' || !port) return;
      window.removeEventListener('message', listen);
      port.start();
      resolve(port);
    };
    window.addEventListener('message', listen);
    window.postMessage('nuantuo:ready', window.location.origin);
  });
}

/** How requests leave this window: by message port in the Electron shell, by fetch to the same origin in the seat. */
export async function openLink(): Promise<Link> {
  if (shell()) return new PortLink({ port: await portOfShell() });
  return new FetchLink({ url: new URL('rpc', window.location.href.split('#')[0]).href });
}
