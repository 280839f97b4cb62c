import { useEffect } from 'react';
import { api, requests } from './api.ts';
import { queryClient } from './query-client.ts';

const lookEvery = 15_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Closes the session when nobody has touched this window for so many minutes. The host counts too and has the last word;
 * while somebody works here without sending anything, a question now and then tells it so.
 */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    let touched = Date.now();
    let told = touched;
    const touch = () => {
      touched = Date.now();
    };
    const look = () => {
      const now = Date.now();
      if (now - touched >= minutes * 60_000) void lockNow();
      else if (touched > told && now - told >= 60_000) {
        told = now;
        // Refused when the host has locked already: then the sign-in page is due.
        api.people.present({}).catch(askStanding);
      }
    };
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true });
    const timer = window.setInterval(look, lookEvery);
    return () => {
      window.clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touch);
    };
  }, [minutes]);
}

function askStanding(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: requests.people.state.key() });
}

/** Ends the session on the host, then asks where this PC stands, so that the sign-in page follows. */
export async function lockNow(): Promise<void> {
  // A host that does not answer has no session to end; asking where we stand then takes the pages off the screen.
  await api.people.signOut({}).catch(() => undefined);
  await askStanding();
}
