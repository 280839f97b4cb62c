import type { FileFault, FilePlace } from '../../shared/ledger/file-faults.ts';

const NOWHERE: FilePlace = { part: '', sheet: '', row: 0 };

/** A file is not read: why, from the closed list, and where in it. */
export class FileIsRefused extends Error {
  readonly why: FileFault;
  readonly where: FilePlace;

  constructor(why: FileFault, where: Partial<FilePlace> = {}) {
    super(why);
    this.why = why;
    this.where = { ...NOWHERE, ...where };
  }
}
