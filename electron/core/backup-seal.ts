import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { signedBytes, type Manifest, type UnsignedManifest } from '../../shared/backup/manifest.ts';

/** Vouches for a manifest with a key that only the data key gives (trust.md 3.4): a forged one is noticed by whoever opens the backup. */
export function sealManifest(manifest: UnsignedManifest, dataKey: Uint8Array): Manifest {
  return { ...manifest, mac: macOf(manifest, dataKey) };
}

/** Whether the manifest was written by somebody who had this data key, and not altered since. */
export function isGenuine({ mac, ...unsigned }: Manifest, dataKey: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(macOf(unsigned, dataKey), 'hex'), Buffer.from(mac, 'hex'));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function macOf(manifest: UnsignedManifest, dataKey: Uint8Array): string {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'nuantuo-backup-manifest', 32));
  return createHmac('sha256', key).update(signedBytes(manifest)).digest('hex');
}
