import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listVolumes, mountedUnder, volumeAt } from '../../electron/core/volumes.ts';

const table = `22 28 0:20 / /sys rw,nosuid shared:7 - sysfs sysfs rw
28 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 28 8:17 / /media/wang/KINGSTON\\0401 rw,nosuid shared:99 - vfat /dev/sdb1 rw
41 28 8:33 / /run/media/wang/\u5907\u4efd\u76d8 rw,nosuid shared:98 - exfat /dev/sdc1 rw
42 28 8:49 / /mnt rw shared:97 - ext4 /dev/sdd1 rw
43 28 8:65 / /media-of-others rw shared:96 - ext4 /dev/sde1 rw
`;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-volumes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the volumes that backups may go to', () => {
  it('are the sticks and disks under the usual folders, with blanks and Chinese in their names', () => {
    const bytes = Buffer.from(table, 'utf8').toString('latin1');
    expect(mountedUnder(bytes, ['/media/', '/run/media/', '/mnt/', '/mnt'])).toEqual([
      '/media/wang/KINGSTON 1',
      '/run/media/wang/备份盘',
      '/mnt',
    ]);
  });

  it('and the folders that NUANTUO_BACKUP names, as far as they are there', () => {
    const [home, share] = [aFolder(), aFolder()];
    const env = { NUANTUO_BACKUP: [share, join(share, 'gone')].join(delimiter) };
    const found = listVolumes(home, { platform: 'linux', env }).filter(({ path }) => path.startsWith(share));
    expect(found).toMatchObject([{ path: share, writable: true, disk: 'same', largestFile: null }]);
    expect(found[0]?.free).toBeGreaterThan(0);
  });

  it('say that a folder on the disk of the data is no second place', () => {
    const home = aFolder();
    mkdirSync(join(home, 'beside'));
    expect(volumeAt(join(home, 'beside'), home)?.disk).toBe('same');
    expect(volumeAt('/proc', home)?.disk).not.toBe('same');
  });

  it('are none where there is nothing, or a file', () => {
    const home = aFolder();
    writeFileSync(join(home, 'file'), '');
    expect([volumeAt(join(home, 'gone'), home), volumeAt(join(home, 'file'), home)]).toEqual([null, null]);
  });
});
