import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { sensitive, type ReadKind } from '../../shared/contract/base.ts';
import { failures } from '../../shared/contract/failures.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, type Role } from '../../shared/contract/permissions.ts';
import { vitalKeys } from '../../shared/health/vitals.ts';
import { MaskedNumber } from '../../shared/identity/masked-number.ts';
import { everyRequest, type RequestFacts } from '../support/contract.ts';
import { defOf, fieldsOf } from '../support/schema-walk.ts';

/** Names of fields in answers by which somebody's life is read; a wish in a roster has a weight too, and stands apart. */
const telling: Record<Exclude<ReadKind, 'log'>, readonly string[]> = {
  file: ['nationalId', 'certificateNo', 'guardianPhone', 'birthOn', 'raw', 'intimateCare'],
  health: [...vitalKeys.filter((key) => key !== 'weight'), 'diagnosis', 'bodyMassIndex'],
  pay: ['bankCard', 'amounts', 'baseWage', 'income', 'withheld'],
  copy: ['base64'],
};

function isMasked(schema: z.ZodType): boolean {
  const inner = defOf(schema).innerType;
  return schema.meta()?.['masked'] === true || (inner !== undefined && isMasked(inner));
}

/** What an answer tells of somebody; empty when nothing. */
function tellsOf(output: unknown): ReadKind[] {
  const names = fieldsOf(output)
    .filter(({ schema }) => !isMasked(schema))
    .map(({ name }) => name);
  return (Object.keys(telling) as (keyof typeof telling)[]).filter((kind) =>
    telling[kind].some((name) => names.includes(name)),
  );
}

const said = ({ path }: Pick<RequestFacts, 'path'>) => path.join('.');
const asking = everyRequest(contract).filter(({ meta }) => !meta.changes);

describe('every query whose answer tells of somebody', () => {
  it('is marked, so that who looked is written down', () => {
    const unmarked = asking
      .filter(({ meta, output }) => !meta.reads && tellsOf(output).length > 0)
      .map((request) => `${said(request)} tells ${tellsOf(request.output).join(' ')}`);
    expect(unmarked).toEqual([]);
  });

  it('is marked as what it is: a file that leaves is never folded into an earlier look', () => {
    const wrong = asking.filter(
      ({ meta, output }) => meta.reads && (meta.reads === 'copy') !== tellsOf(output).includes('copy'),
    );
    expect(wrong.map(said)).toEqual([]);
    const marked = new Set(asking.flatMap(({ meta }) => meta.reads ?? []));
    expect([...marked].toSorted()).toEqual(['copy', 'file', 'health', 'log', 'pay']);
  });

  it('waits its turn at the door and needs a right: only there is the line written', () => {
    const passing = asking.filter(
      ({ meta }) => meta.reads && (meta.waits === false || meta.needs === 'anyone'),
    );
    expect(passing.map(said)).toEqual([]);
  });

  it('is found in any shape of answer, and a masked number is not taken for one in full', () => {
    const tells = (output: z.ZodType) => tellsOf(output);
    expect(
      tells(z.array(z.strictObject({ a: z.strictObject({ bankCard: z.string() }).nullable() }))),
    ).toEqual(['pay']);
    expect(tells(z.strictObject({ last: z.partialRecord(z.enum(vitalKeys), z.number()) }))).toEqual([
      'health',
    ]);
    expect(tells(z.union([z.strictObject({ base64: z.string() }), z.null()]))).toEqual(['copy']);
    expect(tells(z.strictObject({ nationalId: MaskedNumber.nullable() }))).toEqual([]);
    expect(tells(z.strictObject({ nationalId: z.string().nullable() }))).toEqual(['file']);
    const [found] = everyRequest({ open: sensitive('residents.read', 'file') });
    expect(found?.meta).toMatchObject({ reads: 'file', changes: false });
  });
});

/** What somebody in a role must not be told of anybody. */
const hiddenKinds: Partial<Record<Role, readonly ReadKind[]>> = { nurse: ['pay'], clerk: ['file', 'health'] };

describe('what is told beside the answers to questions', () => {
  const told = (tell: (request: RequestFacts) => readonly [string, unknown][]) =>
    (Object.keys(hiddenKinds) as Role[]).flatMap((role) =>
      everyRequest(contract)
        .filter(({ meta }) => may(role, meta.needs))
        .flatMap((request) => tell(request).map(([where, schema]) => [`${role}: ${where}`, schema] as const))
        .filter(([, schema]) => tellsOf(schema).some((kind) => hiddenKinds[role]?.includes(kind)))
        .map(([where]) => where),
    );

  it('is no wage to a nurse, no file and no health to a clerk in the answer to any change', () => {
    expect(told((request) => (request.meta.changes ? [[said(request), request.output]] : []))).toEqual([]);
  });

  it('nor in any refusal that a request of theirs may answer', () => {
    const data = (code: string) => (failures as Record<string, { data: unknown }>)[code]?.data;
    expect(told((request) => request.errors.map((code) => [`${said(request)} ${code}`, data(code)]))).toEqual(
      [],
    );
    expect(tellsOf(failures.CHECKUP_PRESSURE_REVERSED.data)).toEqual(['health']);
  });
});
