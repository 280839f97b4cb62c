import { useTranslation } from 'react-i18next';
import type { BedBoard } from '../../shared/beds/contract.ts';
import { bedWarnings } from '../../shared/beds/warnings.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';

/** What the rules say of putting this person into this bed, as sentences; the service says the same when it is done. */
export function useBedWarnings(
  board: BedBoard | undefined,
  residentId: string | null,
  bedId: string | null,
): string[] {
  const { t } = useTranslation();
  const texts = useWords().residents;
  const language = useLanguage();
  const bed = board?.beds.find(({ id }) => id === bedId);
  if (!board || !bed) return [];
  const people = [...board.unplaced, ...board.beds.flatMap(({ occupant }) => (occupant ? [occupant] : []))];
  const resident = people.find((person) => person.residentId === residentId);
  if (!resident) return [];
  const roommates = board.beds
    .filter(({ room }) => room === bed.room)
    .flatMap(({ occupant }) => (occupant ? [{ ...occupant, id: occupant.residentId }] : []));
  const zone = board.zones.find(({ id }) => id === bed.zoneId) ?? null;
  return bedWarnings({ ...resident, id: resident.residentId }, bed.room, roommates, zone).map((warning) =>
    warning.kind === 'mixed-room'
      ? t(($) => $.beds.warnMixed, {
          room: warning.room,
          names: warning.residents.join(language === 'zh-CN' ? '、' : ', '),
        })
      : t(($) => $.beds.warnZone, { zone: warning.zone, disability: texts.disabilities[warning.disability] }),
  );
}
