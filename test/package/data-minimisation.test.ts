import { describe, expect, it } from 'vitest';
import program from '../../package.json' with { type: 'json' };
import { PROGRAM } from '../../shared/package/program.ts';
import { tableNames, tableOf } from '../../shared/package/tables.ts';

/** What may leave the house, written down a second time: whoever adds a field must come here and say so. */
const agreed = {
  attendance: 'caregiver_id day mark',
  caregivers: 'ended_on id name poor_household sex started_on',
  checkups: 'day id resident_id',
  devices: 'code condition id name quantity resident_id source',
  pairings: 'caregiver_id ends_on id resident_id starts_on',
  pay: 'caregiver_id days deduction_fen engagement gross_fen id kind net_fen nights run tax_fen',
  residents:
    'admitted_on care_level certificate_no disability disability_level hardship id left_on name national_id sex',
  roster: 'caregiver_id day shift',
  stays: 'bed ends_on id resident_id starts_on',
};

describe('what leaves the centre', () => {
  it('is the agreed list of fields and no other', () => {
    const fields = tableNames.map((name) => [name, Object.keys(tableOf(name).fields).toSorted().join(' ')]);
    expect(Object.fromEntries(fields)).toEqual(agreed);
  });

  it('has a purpose for every field', () => {
    for (const name of tableNames) {
      for (const [field, { purpose }] of Object.entries(tableOf(name).fields)) {
        expect(purpose.length, `${name}.${field}`).toBeGreaterThan(2);
      }
    }
  });

  it('never holds addresses, telephones, guardians, notes, bank cards, findings or reasons', () => {
    const everything = Object.values(agreed).join(' ');
    for (const word of [
      'address',
      'phone',
      'guardian',
      'note',
      'bank',
      'temperature',
      'systolic',
      'glucose',
      'reason',
      'kinship',
      'birth',
    ]) {
      expect(everything).not.toContain(word);
    }
    expect(agreed.caregivers).not.toContain('national_id');
  });

  it('names the program and the version that made it', () => {
    expect(PROGRAM).toBe(`${program.name} ${program.version}`);
  });
});
