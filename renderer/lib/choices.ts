/** What this PC remembers for convenience: never anything of a resident or a secret. */
type Choice = 'language' | 'type-size' | 'last-login' | 'folded-groups' | 'enter-goes';

const key = (choice: Choice) => `nuantuo:${choice}`;

/** Null when nothing was chosen, or where the browser keeps nothing. */
export function readChoice(choice: Choice): string | null {
  try {
    return window.localStorage.getItem(key(choice));
  } catch {
    return null;
  }
}

/** A choice that cannot be kept is only forgotten at the next start, so a refusal of the browser is no fault. */
export function writeChoice(choice: Choice, value: string): void {
  try {
    window.localStorage.setItem(key(choice), value);
  } catch {
    // private mode: the choice lasts until the window is closed
  }
}
