import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the centre's files lie. Never a roaming profile or a synchronised folder: copying a live database corrupts it
 * (trust.md 3.1), so on Windows it is LOCALAPPDATA. NUANTUO_HOME names another place.
 */
export function dataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string {
  if (env['NUANTUO_HOME']) return env['NUANTUO_HOME'];
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Nuantuo');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Nuantuo');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'nuantuo');
}
