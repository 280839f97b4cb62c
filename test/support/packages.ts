import { Encrypter } from 'age-encryption';
import { sha256 as hashBytes, sha384 as hashBytes384 } from '@noble/hashes/sha2.js';
import { openPackage } from '../../electron/county/open-package.ts';
import { day, month } from '../../shared/calendar/day.ts';
import { languages } from '../../shared/messages/language.ts';
import { packageSentence } from '../../shared/messages/package-sentence.ts';
import { bytesOf } from '../../shared/package/bytes.ts';
import { emptyLedger, type CentreLedger } from '../../shared/package/chain.ts';
import { inspect, type Desk } from '../../shared/package/inspect.ts';
import { privateKeyOf, publicKeyOf } from '../../shared/package/key.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { Refused } from '../../shared/package/refusal.ts';
import { signerFrom } from '../../shared/package/signers.ts';
import { sm2KeyOf, sm2PrivateKeyOf } from '../../shared/package/sm2.ts';
import { namespaces, sign, type Namespace } from '../../shared/package/sshsig.ts';
import { composeStatement, MANIFEST, SIGNATURE, SUMS, type Facts } from '../../shared/package/statement.ts';
import { sumsOf } from '../../shared/package/sums.ts';
import type { Row, TableName, Tables } from '../../shared/package/tables.ts';
import { pack, unpack, type Entry } from '../../shared/package/tar.ts';

/** A key pair that is the same in every run: tests of bytes need it. */
export const keyFor = (name: string) => privateKeyOf(hashBytes(bytesOf(`key of ${name}`)));

export const CENTER = '411799101';
/** The county's key pair of these tests: made up, never used elsewhere. */
export const IDENTITY = 'AGE-SECRET-KEY-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSKMP32K';
export const RECIPIENT = 'age1zwlyl6h27gzv0lfntr7fcqrjrzqazap8sy5zylkxwneh7llf0dksu37mwt';
export const TODAY = day('2026-11-05');
export const centreKey = keyFor(CENTER);
/** The centre's SM2 key, for packages with the second signature. */
export const secondKey = sm2PrivateKeyOf(hashBytes384(bytesOf(`SM2 key of ${CENTER}`)));

/** A small made-up October: two residents, one caregiver, two pay lines. */
export function anOctober(change: Partial<Record<TableName, readonly Row[]>> = {}): Tables {
  return {
    attendance: [
      { caregiver_id: 'c1', day: '2026-10-08', mark: 'day' },
      { caregiver_id: 'c1', day: '2026-10-09', mark: 'night' },
    ],
    caregivers: [
      {
        id: 'c1',
        name: '谢雪',
        sex: 'female',
        poor_household: true,
        started_on: '2024-03-01',
        ended_on: null,
      },
    ],
    checkups: [{ id: 'k1', resident_id: 'r1', day: '2026-10-12' }],
    devices: [
      {
        id: 'd1',
        code: 'FJ-001',
        name: '轮椅',
        source: 'fukang',
        quantity: 1,
        condition: 'good',
        resident_id: 'r2',
      },
    ],
    pairings: [{ id: 'p1', caregiver_id: 'c1', resident_id: 'r1', starts_on: '2024-03-01', ends_on: null }],
    pay: [
      {
        id: 'l1',
        run: 1,
        kind: 'regular',
        caregiver_id: 'c1',
        engagement: 'employment',
        days: 16,
        nights: 5,
        gross_fen: 260_000,
        deduction_fen: 10_000,
        tax_fen: 0,
        net_fen: 250_000,
      },
    ],
    residents: [
      {
        id: 'r1',
        name: '孙春生',
        sex: 'male',
        national_id: '411799199709154479',
        certificate_no: '41179919970915447951',
        disability: 'intellectual',
        disability_level: 1,
        hardship: '低保',
        care_level: 'full',
        admitted_on: '2020-04-07',
        left_on: null,
      },
      {
        id: 'r2',
        name: '赵小燕',
        sex: 'female',
        national_id: '411799195510255602',
        certificate_no: null,
        disability: 'multiple',
        disability_level: 1,
        hardship: null,
        care_level: null,
        admitted_on: '2022-03-06',
        left_on: null,
      },
    ],
    roster: [
      { caregiver_id: 'c1', day: '2026-10-08', shift: 'D' },
      { caregiver_id: 'c1', day: '2026-10-10', shift: null },
    ],
    stays: [{ id: 's1', resident_id: 'r1', bed: '101-1', starts_on: '2020-04-07', ends_on: null }],
    ...change,
  };
}

export function facts(change: Partial<Facts> = {}): Facts {
  return {
    center: CENTER,
    county: '411799',
    recipient: RECIPIENT,
    epoch: 1,
    seq: 1,
    prev_sha256: NO_HASH,
    period: month('2026-10'),
    kind: 'full',
    app: 'nuantuo 0.1.0',
    created_at: '2026-11-02T09:00:00+08:00',
    audit_head: 'a'.repeat(64),
    audit_count: 12,
    ...change,
  };
}

export function aStatement(
  change: Partial<Facts> = {},
  tables = anOctober(),
  key = centreKey,
  second: Uint8Array | null = null,
) {
  return composeStatement(facts(change), tables, key, second);
}

/** A desk at which the centre's SM2 key is enrolled as well. */
export function aDeskWithSecond(key = secondKey, center = CENTER): Desk {
  const desk = aDesk();
  const second = [{ center, key: sm2KeyOf(key), after: day('2026-10-01'), before: day('2028-09-30') }];
  return { ...desk, signers: { ...desk.signers, second } };
}

export function aDesk(change: Partial<Desk> & { ledger?: CentreLedger } = {}): Desk {
  const { ledger = emptyLedger, ...rest } = change;
  return {
    recipients: [RECIPIENT],
    county: '411799',
    signers: {
      allowed: [
        signerFrom(
          { center: CENTER, name: '柳河镇托养中心', key: publicKeyOf(centreKey) },
          day('2026-10-01'),
        ),
      ],
      revoked: [],
    },
    today: TODAY,
    ledgerOf: () => ledger,
    ...rest,
  };
}

/** The code with which a container is refused, or 'accepted' / 'waiting'. Its sentence must have found all its facts. */
export function verdictOn(archive: Uint8Array, desk = aDesk()): string {
  const inspection = inspect(archive, desk);
  if (inspection.verdict !== 'refused') return inspection.verdict;
  for (const language of languages) {
    const sentence = packageSentence(inspection.code, inspection.facts, language);
    if (sentence.includes('{{')) throw new Error(`a fact is missing: ${sentence}`);
  }
  return inspection.code;
}

/** A container encrypted as a centre does it. */
export async function sealed(archive: Uint8Array, recipient = RECIPIENT): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(archive);
}

/** The code with which a sealed file is refused, or its verdict. */
export async function verdictOnFile(file: Uint8Array, desk = aDesk()): Promise<string> {
  try {
    return verdictOn(await openPackage(file, [IDENTITY]), desk);
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

/** Takes a container apart, lets the test change an entry, and signs it again with a key: what an insider could do. */
export function resigned(
  archive: Uint8Array,
  change: (entries: Map<string, Uint8Array>) => void,
  { key = centreKey, namespace = namespaces.export as Namespace } = {},
): Uint8Array {
  const entries = new Map(unpack(archive).map(({ name, data }): [string, Uint8Array] => [name, data]));
  change(entries);
  const signed: Entry[] = [...entries]
    .filter(([name]) => name !== SUMS && name !== SIGNATURE)
    .map(([name, data]) => ({ name, data }));
  const sums = sumsOf(signed);
  return pack([{ name: SUMS, data: sums }, { name: SIGNATURE, data: sign(sums, namespace, key) }, ...signed]);
}

/** The same with the text of the manifest. */
export function withManifest(archive: Uint8Array, change: (text: string) => string): Uint8Array {
  return resigned(archive, (entries) => {
    const text = new TextDecoder().decode(entries.get(MANIFEST));
    entries.set(MANIFEST, new TextEncoder().encode(change(text)));
  });
}

export function withData(
  archive: Uint8Array,
  table: TableName,
  change: (text: string) => string,
): Uint8Array {
  return resigned(archive, (entries) => {
    const name = `data/${table}.ndjson`;
    entries.set(name, new TextEncoder().encode(change(new TextDecoder().decode(entries.get(name)))));
  });
}
