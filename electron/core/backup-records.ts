import { recordAnchor } from '../../db/anchors.ts';
import { appendAudit } from '../../db/audit.ts';
import { backupQueries } from '../../db/backups.ts';
import { inOneTransaction } from '../../db/transaction.ts';
import type { Store } from '../../db/open.ts';
import type { Reason } from '../../shared/backup/manifest.ts';
import { toDelete } from '../../shared/backup/rotation.ts';
import { dayAt } from '../../shared/calendar/day.ts';
import type { BackupHouse } from './backup-places.ts';
import { isGenuine } from './backup-seal.ts';
import { removeSet, setsOn } from './backup-set.ts';
import type { WritingOrder, WritingProblem } from './backup-writing.ts';
import type { Volume } from './volumes.ts';

/** In turn with the requests: the rows, the audit line and the anchor, or what went wrong. A house that was closed meanwhile finds it later. */
export async function recordBackup(
  house: BackupHouse,
  result: {
    order: WritingOrder;
    written: readonly string[];
    size: number;
    sha256: string;
    problems: readonly WritingProblem[];
    reason: Reason;
    by: string;
  },
): Promise<void> {
  if (!house.open) return;
  const { store } = house.open;
  const { order, written, size, sha256, problems, reason, by } = result;
  const { head, count } = order.content.audit;
  const at = house.at;
  await inOneTransaction(store.raw, async () => {
    const queries = backupQueries(store.db);
    for (const placeId of written)
      await queries.addBackup({
        name: order.about.name,
        place_id: placeId,
        reason,
        size,
        sha256,
        audit_count: count,
        audit_head: head,
        made_at: order.about.made_at,
        made_by: by,
      });
    for (const { placeId, code, label, cause } of problems)
      await queries.addCheck({
        id: house.newId(),
        place_id: placeId,
        name: null,
        outcome: code,
        facts: JSON.stringify({ place: label ?? '', cause: cause.slice(0, 200) }),
        checked_at: at,
        checked_by: by,
      });
    const labels = order.targets.filter(({ placeId }) => written.includes(placeId)).map(({ label }) => label);
    if (written.length > 0) {
      appendAudit(store.raw, {
        at,
        actor: by,
        action: 'backup.make',
        object: order.about.name,
        detail: labels.join('、'),
      });
      recordAnchor(store.raw, { kind: 'backup', at, seq: count, hash: head, reference: order.about.name });
    }
    for (const { code, label } of problems)
      appendAudit(store.raw, { at, actor: by, action: 'backup.failed', object: label ?? '', detail: code });
  });
}

/** Removes what the rule lets go on a place that has just got a new one: only whole backups of this centre, made under its key. */
export async function rotate(
  house: BackupHouse,
  { id, volume }: { readonly id: string; readonly volume: Volume },
): Promise<void> {
  if (!house.open) return;
  const { store, dataKey } = house.open;
  const checks = await backupQueries(store.db).checksOn(id);
  // The last look at each counts.
  const seen = new Map(checks.map(({ name, outcome }) => [name, outcome]));
  // What was written under a key of before is known by its record: the key that vouched for it is gone.
  const recorded = new Map(
    (await backupQueries(store.db).backupsOn(id)).map(({ name, sha256 }) => [name, sha256]),
  );
  const sets = setsOn(volume).filter(
    ({ name, manifest }) =>
      manifest && (isGenuine(manifest, dataKey) || recorded.get(name) === manifest.database.sha256),
  );
  const old = toDelete(
    sets.map(({ name, manifest, complete }) => ({
      name,
      madeAt: manifest?.made_at ?? '',
      day: dayAt(Date.parse(manifest?.made_at ?? '')),
      state: complete && (seen.get(name) ?? 'whole') === 'whole' ? 'good' : 'bad',
    })),
  );
  const removed = sets.filter(({ name }) => old.includes(name)).filter((set) => removeSet(set));
  if (removed.length === 0) return;
  await inOneTransaction(store.raw, async () => {
    for (const { name } of removed)
      appendAudit(store.raw, {
        at: house.at,
        actor: 'system',
        action: 'backup.remove',
        object: name,
        detail: volume.label,
      });
  });
}

/** Whole backups under our key of which the records do not know: the house was closed before they could be told, or was restored. */
export async function adoptFound(
  house: BackupHouse,
  { store, dataKey }: { readonly store: Store; readonly dataKey: Uint8Array },
  placeId: string,
  volume: Volume,
): Promise<void> {
  const known = new Set((await backupQueries(store.db).backupsOn(placeId)).map(({ name }) => name));
  for (const { name, manifest, complete } of setsOn(volume)) {
    if (known.has(name) || !complete || !manifest || !isGenuine(manifest, dataKey)) continue;
    const { reason, database, content, made_at } = manifest;
    await inOneTransaction(store.raw, async () => {
      await backupQueries(store.db).addBackup({
        name,
        place_id: placeId,
        reason,
        size: database.size,
        sha256: database.sha256,
        audit_count: content.audit.count,
        audit_head: content.audit.head,
        made_at,
        made_by: 'system',
      });
      appendAudit(store.raw, {
        at: house.at,
        actor: 'system',
        action: 'backup.adopt',
        object: name,
        detail: volume.label,
      });
    });
  }
}
