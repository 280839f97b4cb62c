import { beforeAll, describe, vi } from 'vitest';
import { filePoints } from './points/file-points.ts';
import { lifePoints } from './points/life-points.ts';
import { navigationPoints, requestPoints } from './points/navigation-points.ts';
import { permissionPoints } from './points/permission-points.ts';
import { sayCount } from './points/point.ts';
import { start } from './points/running.ts';
import { senderPoints } from './points/sender-points.ts';
import { windowPoints } from './points/window-points.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

beforeAll(() => start(() => import('../../electron/shell/main.ts')));

describe('the shell, from its source', () => {
  windowPoints();
  permissionPoints();
  navigationPoints();
  requestPoints();
  senderPoints();
  filePoints();
  lifePoints();
  sayCount([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18], 120);
});
