/** Where a new paper code is made. */
export const NEW_CODE_PATH = '/settings/recovery-code';
