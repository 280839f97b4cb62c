import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { root } from '../../build/paths.ts';
import { buildParts, removeBuilt } from './built.ts';
import { filePoints } from './points/file-points.ts';
import { fusePoints } from './points/fuse-points.ts';
import { lifePoints } from './points/life-points.ts';
import { navigationPoints, requestPoints } from './points/navigation-points.ts';
import { permissionPoints } from './points/permission-points.ts';
import { sayCount } from './points/point.ts';
import { preloadPoints } from './points/preload-points.ts';
import { start } from './points/running.ts';
import { senderPoints } from './points/sender-points.ts';
import { sourcePoints } from './points/source-points.ts';
import { versionPoints } from './points/version-points.ts';
import { windowPoints } from './points/window-points.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

mkdirSync(join(root, 'out'), { recursive: true });
const built = buildParts(['main', 'preload', 'renderer']);
beforeAll(() => start(() => import(pathToFileURL(join(built, 'main', 'main.js')).href)));
afterAll(() => removeBuilt(built));

describe('the shell, as it is built', () => {
  windowPoints();
  permissionPoints();
  navigationPoints();
  requestPoints();
  senderPoints();
  filePoints();
  preloadPoints(built);
  sourcePoints(built);
  versionPoints();
  fusePoints();
  lifePoints();
  sayCount(
    Array.from({ length: 20 }, (_, index) => index + 1),
    120,
  );
});
