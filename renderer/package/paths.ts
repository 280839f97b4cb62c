import type { api } from '../lib/api.ts';

export type PreflightAnswer = Awaited<ReturnType<typeof api.package.preflight>>;
export type Refusal = PreflightAnswer['refusals'][number];
export type BuiltPackage = Awaited<ReturnType<typeof api.package.list>>[number];

export const KEYS_PATH = '/packages/keys';

/** The page on which a refusal is put right, or null when it is put right on this one. */
export function pathFor({ kind, fault }: Refusal): string | null {
  switch (kind) {
    case 'no-county-key':
      return KEYS_PATH;
    case 'attendance-open':
      return '/attendance';
    case 'pay-open':
      return '/payroll';
    case 'faulty-row':
      return pathOfTable(fault?.table, fault?.id ?? '');
    case 'chain-held':
    case 'month-not-begun':
    case 'already-reported':
    case 'nothing-to-correct':
    case 'nothing-changed':
      return null;
  }
}

/** The page of a record that goes up. */
export function pathOfTable(
  table: NonNullable<Refusal['fault']>['table'] | undefined,
  id: string,
): string | null {
  switch (table) {
    case 'residents':
      return `/residents/${id}`;
    case 'caregivers':
      return `/caregivers/${id}`;
    case 'pairings':
      return '/pairing';
    case 'devices':
      return `/devices/${id}`;
    case 'stays':
      return '/beds';
    case 'attendance':
      return '/attendance';
    case 'roster':
      return '/roster';
    case 'pay':
      return '/payroll';
    case 'checkups':
      return '/checkups/month';
    case undefined:
      return null;
  }
}
