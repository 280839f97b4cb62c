import type { Words } from '../words.ts';
import type { shell as zh } from '../zh-CN/shell.ts';

export const shell: Words<typeof zh> = {
  fellAgain: 'The window closed unexpectedly once more. What was saved is there; please sign in again.',
  loadAgain: 'Open again',
  switchRefused:
    'Nuantuo does not start with switches for debugging. Please open it by its icon on the desktop.',
  fileChanged:
    'A program file of Nuantuo was changed or is damaged, so nothing was opened. Please install it again; the records of the centre are not touched.',
};
