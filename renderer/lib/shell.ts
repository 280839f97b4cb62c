/** What the Electron preload gives this window beside its port; nothing of it is there in a browser. */
type Shell = {
  /** Prints the page to a PDF file that the user chooses; false when the choice was given up. */
  readonly savePdf: (name: string) => Promise<boolean>;
};

declare global {
  var nuantuoShell: Shell | undefined;
}

export function shell(): Shell | null {
  return globalThis.nuantuoShell ?? null;
}
