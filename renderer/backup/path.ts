export const BACKUP_PATH = '/backup';
