import type { Generated } from 'kysely';

export interface ResidentTable {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  sex: 'male' | 'female' | null;
  national_id: string | null;
  birth_on: string | null;
  certificate_no: string | null;
  disability: 'visual' | 'hearing' | 'speech' | 'physical' | 'intellectual' | 'mental' | 'multiple' | null;
  disability_level: number | null;
  address: Generated<string>;
  hardship: string | null;
  care_level: 'full' | 'partial' | 'self' | null;
  guardian_name: Generated<string>;
  guardian_relation: Generated<string>;
  guardian_phone: Generated<string>;
  admitted_on: string | null;
  left_on: string | null;
  left_reason: string | null;
  standing: 'registered' | 'provisional';
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
}

export interface ResidentDoubtTable {
  id: string;
  resident_id: string;
  field: string;
  kind: string;
  raw: string;
  proposal: string | null;
  source: string;
  recorded_at: string;
  recorded_by: string;
  resolved_at: string | null;
  resolved_by: string | null;
  resolution: string | null;
}

export interface CareWishTable {
  id: string;
  resident_id: string;
  intimate_care: 'same-sex' | 'any';
  said_by: 'resident' | 'guardian';
  said_on: string;
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
  superseded_at: string | null;
}

export interface ZoneTable {
  id: string;
  name: string;
  disability: ResidentTable['disability'];
  position: number;
}

export interface BedTable {
  id: string;
  zone_id: string | null;
  room: string;
  number: number;
  label: string;
  recorded_at: string;
  recorded_by: string;
  retired_on: string | null;
}

export interface StayTable {
  id: string;
  resident_id: string;
  bed_id: string;
  starts_on: string;
  ends_on: string | null;
  end_reason: string | null;
  end_recorded_at: string | null;
  end_recorded_by: string | null;
  recorded_at: string;
  recorded_by: string;
}

export interface DeviceTable {
  id: string;
  code: string;
  name: string;
  model: Generated<string>;
  quantity: number;
  source: 'federation' | 'fukang' | 'donation' | 'purchase' | 'other';
  received_on: string | null;
  condition: 'good' | 'needs-repair' | 'scrapped';
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
}

export interface DeviceHoldingTable {
  id: string;
  device_id: string;
  resident_id: string;
  starts_on: string;
  ends_on: string | null;
  end_reason: string | null;
  end_recorded_at: string | null;
  end_recorded_by: string | null;
  recorded_at: string;
  recorded_by: string;
}
