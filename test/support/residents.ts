import { day, type Day } from '../../shared/calendar/day.ts';
import { checkCharacter, type Sex } from '../../shared/identity/citizen-id.ts';
import type { CaregiverFacts } from '../../shared/caregivers/facts.ts';
import type { ResidentFacts } from '../../shared/residents/facts.ts';
import type { TestHouse } from './house.ts';

/** A number that no person can have (411799 was never given out), with the right check character. */
export function aNationalId(birth: string, sex: Sex, serial = 1): string {
  const order = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const body = `411799${birth.replaceAll('-', '')}${order}`;
  return body + checkCharacter(body);
}

let serial = 0;

/** The facts of somebody who can be registered; whatever matters to a test is named in it. */
export function residentFacts(facts: Partial<ResidentFacts> & { birth?: string } = {}): ResidentFacts {
  const { birth = '1970-05-06', ...named } = facts;
  const sex = named.sex === undefined ? 'male' : named.sex;
  const nationalId =
    named.nationalId === undefined ? aNationalId(birth, sex ?? 'male', (serial += 1)) : named.nationalId;
  return {
    name: '孙春生',
    sex,
    nationalId,
    birthOn: null,
    certificateNo: null,
    disability: 'intellectual',
    disabilityLevel: 1,
    address: '前李营村3组',
    hardship: '低保',
    careLevel: 'full',
    guardianName: '李全有',
    guardianRelation: '叔侄',
    guardianPhone: '15929243052',
    admittedOn: day('2024-04-07'),
    note: '',
    ...named,
  };
}

export function caregiverFacts(facts: Partial<CaregiverFacts> & { birth?: string } = {}): CaregiverFacts {
  const { birth = '1985-12-06', ...named } = facts;
  const sex = named.sex ?? 'female';
  return {
    name: '谢雪',
    sex,
    nationalId: aNationalId(birth, sex, (serial += 1)),
    address: '八里岔村',
    phone: '13406585602',
    poorHousehold: true,
    kinship: '无',
    healthCertificateUntil: day('2027-06-30'),
    startedOn: day('2024-08-01'),
    note: '',
    ...named,
  };
}

/** Shorthands by which tests furnish a house; everything goes through the door as the director does it. */
export async function furnish(house: TestHouse) {
  const director = await house.as('director');
  return {
    director,
    async resident(facts: Parameters<typeof residentFacts>[0] = {}, bed?: string): Promise<string> {
      const bedId = bed === undefined ? null : await this.bed(bed);
      return (await director.residents.admit({ facts: residentFacts(facts), papersLater: false, bedId })).id;
    },
    async caregiver(facts: Parameters<typeof caregiverFacts>[0] = {}): Promise<string> {
      return (await director.caregivers.add(caregiverFacts(facts))).id;
    },
    /** The bed with this label, added when it is not there. */
    async bed(label: string, zoneId: string | null = null): Promise<string> {
      const known = (await director.beds.board({})).beds.find((bed) => bed.label === label);
      if (known) return known.id;
      const [room = '', number = ''] = label.split('-');
      const { ids } = await director.beds.add({ room, numbers: [Number(number)], zoneId });
      return ids[0] ?? '';
    },
    async device(code: string, name = '轮椅'): Promise<string> {
      const facts = {
        code,
        name,
        model: '',
        quantity: 1,
        source: 'federation' as const,
        receivedOn: null,
        note: '',
      };
      return (await director.devices.add(facts)).id;
    },
  };
}

export const on = (text: string): Day => day(text);
