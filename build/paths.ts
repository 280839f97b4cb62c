import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** The built window. */
export const windowFolder = fileURLToPath(new URL('../out/renderer', import.meta.url));
