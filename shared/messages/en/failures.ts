import { fileFaults } from './file-faults.ts';
import type { FailureWords } from '../failure-words.ts';
import { fill } from '../fill.ts';
import { fieldNames, thingNames } from './names.ts';
import { policy } from './policy.ts';
import { roster } from './roster.ts';
import { guards } from './roster-guards.ts';
import { rosterRequests } from './roster-requests.ts';

const fieldList = (fields: readonly string[]) => {
  const known = new Set(fields.map((path) => fieldNames[path.split('.').at(-1) ?? ''] ?? 'the form'));
  return known.size === 0 ? 'the form' : [...known].join(', ');
};

const waiting = (seconds: number) =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

const nationalIdWrong = {
  length:
    'An ID number has 18 characters. Please check it; replace an old 15-digit number by the present one.',
  characters: 'An ID number has digits only, the last place may be X. Please check it.',
  province: 'The province code at the start of the ID number does not exist. Please check it.',
  birth: 'The birth date inside the ID number does not exist. Please check it.',
  'check-digit':
    'The last place of the ID number does not fit; one digit was probably copied wrong. Compare it with the card.',
} as const;

const certificateDiffers = {
  'national-id':
    'The ID number inside the certificate number is not this person\'s. Check both; if the papers really differ, tick "the certificate differs from the ID" and say why.',
  disability: 'The certificate number stands for another kind of disability. Check the certificate.',
  level: 'The certificate number stands for another level. Check the certificate.',
} as const;

const nameOf = (field: string) => fieldNames[field] ?? field;

const packageReasons = {
  'no-county-key': "the county's key is not entered",
  'chain-held': "the numbers no longer agree with the county's; import a re-sync token first",
  'month-not-begun': 'the month has not begun',
  'attendance-open': 'attendance is not closed',
  'pay-open': 'pay is not locked',
  'already-reported': 'the month was reported (build a correction)',
  'nothing-to-correct': 'the month was not reported, so it cannot be corrected',
  'nothing-changed': 'nothing has changed since the last report',
  'faulty-row': 'a row cannot be reported as it is',
} as const;

const parameterName = (key: string) => (policy.keys as Readonly<Record<string, string>>)[key] ?? key;

/** One sentence for each failure: what is the case, what to do. */
export const failures: FailureWords = {
  // The door
  NOT_SIGNED_IN: () => 'You are signed out or the screen is locked. Please sign in again.',
  NOT_ALLOWED: () => 'Your role does not allow this. Please ask the director to do it.',
  BAD_INPUT: ({ fields }) => `Please check: ${fieldList(fields)}.`,
  NOT_FOUND: ({ what }) =>
    `This record (${thingNames[what] ?? what}) cannot be found; it may have been changed. Reload and try again.`,
  UNEXPECTED: ({ reference }) =>
    `Something went wrong and nothing was changed. Give support this number: ${reference}.`,
  CANCELLED: () => 'Cancelled; nothing was changed.',
  // People and the file
  ALREADY_SET_UP: () => 'This PC already has a centre. Please sign in.',
  NOT_SET_UP: () => 'This PC has no centre yet. Please finish the set-up first.',
  WRONG_PASSWORD: () =>
    'The name or the password is not right. Try again, or use the recovery code if it is forgotten.',
  ANCHOR_CODE_WRONG: ({ group }) =>
    `Group ${group} of the code is not right. Compare it with the paper once more.`,
  WRONG_RECOVERY_CODE: ({ line }) =>
    line > 0
      ? `Line ${line} of the recovery code is not right. Compare it with the paper once more.`
      : 'The recovery code is not right. Compare it with the paper once more.',
  TOO_MANY_TRIES: ({ seconds }) => `Too many tries. Please wait ${waiting(seconds)}, then try again.`,
  WEAK_PASSWORD: ({ least }) => `The password is too short: use at least ${least} characters.`,
  PIN_TOO_SIMPLE: () =>
    'This PIN is guessed too easily (one digit, or digits in a row). Please choose another.',
  PIN_WRONG: ({ left }) => `The PIN is wrong. Tries left: ${left}.`,
  PIN_CLOSED: () =>
    'The PIN is closed after 5 wrong tries. It works again once its owner has signed in with the password.',
  PIN_NONE: () => 'This person has no PIN. Please sign out and sign in with the password.',
  LOGIN_TAKEN: ({ login }) => `The sign-in name "${login}" is taken. Please choose another.`,
  LAST_DIRECTOR: () =>
    'This is the only director, so the account cannot be ended. Add another director first.',
  CENTRE_OPEN_ELSEWHERE: () => 'The data is in use by another window or program. Close it, then sign in.',
  KEYRING_DAMAGED: () =>
    'The key file and its copy are incomplete or were changed, so the data cannot be opened. Please restore a backup; the files are kept.',
  FILE_GONE: () =>
    'The data file is gone (moved or deleted), the key file is still here. Please find it, or restore a backup.',
  FILE_DAMAGED: () =>
    'The data file is damaged and cannot be opened. Please restore the latest backup; the file is kept.',
  FILE_FOREIGN: () =>
    'The data file and the key file do not belong together (one was replaced, or is of another centre). Please check the data folder, or restore both from one backup.',
  FILE_NEWER: ({ found, known }) =>
    `The data was saved by a newer version (${found}; this program knows ${known}). Please update the program first.`,
  DISK_FULL: () => 'The disk is full, so nothing was saved. Free some space, then try again.',
  DISK_FAILING: () =>
    'The disk makes errors, and nothing was saved. Stop entering, back up to another disk now, and call support.',
  // Residents, beds, devices, caregivers, pairing
  NATIONAL_ID_WRONG: ({ problem }) => nationalIdWrong[problem],
  NATIONAL_ID_TAKEN: ({ name, left }) =>
    left
      ? `This ID number is on file for ${name}, who has left. Open that file and record the return.`
      : `This ID number is on file for ${name}. Check the number, or open that file.`,
  SEX_DIFFERS_FROM_ID: ({ fromId }) =>
    `The ID number says ${fromId}, the sex entered is different. Check the ID card first.`,
  CERTIFICATE_WRONG: () =>
    'A disability certificate number is the 18-character ID, one digit for the kind and one for the level (re-issued ones end in B and a digit). Please check it.',
  CERTIFICATE_DIFFERS: ({ from }) => certificateDiffers[from],
  FIELDS_NEEDED: ({ fields }) =>
    `Still missing: ${fieldList(fields)}. Fill them in, or choose to admit first and check the papers later.`,
  DAY_IN_FUTURE: ({ day }) => `${day} is still to come. Use today or an earlier day.`,
  DAY_TOO_EARLY: ({ day, earliest }) => `${day} is too early; the earliest possible day is ${earliest}.`,
  NOTHING_CHANGED: () => 'Nothing was changed, so there is nothing to save.',
  DOUBT_IS_RESOLVED: () => 'This doubt has been settled already. Reload the page.',
  RESIDENT_LEFT: ({ resident, on }) => `${resident} left on ${on}, so this cannot be done.`,
  RESIDENT_IN_HOUSE: ({ resident }) => `${resident} is still in the house; there is no return to record.`,
  RESIDENT_HAS_BED: ({ resident, bed }) => `${resident} already has bed ${bed}. To change beds, use "Move".`,
  RESIDENT_HAS_NO_BED: ({ resident }) => `${resident} has no bed yet. Assign one first.`,
  BED_TAKEN: ({ bed, occupant }) =>
    `Bed ${bed} is in use by ${occupant}. Choose a free bed, or move ${occupant} first.`,
  BED_RETIRED: ({ bed }) => `Bed ${bed} is out of use. Choose another bed.`,
  BED_EXISTS: ({ bed }) => `Bed ${bed} exists already. Use another number.`,
  ZONE_EXISTS: ({ name }) => `There is already a zone called ${name}. Use another name.`,
  DEVICE_EXISTS: ({ code }) => `Device number ${code} is on file already. Check the number.`,
  DEVICE_HELD: ({ device, holder }) => `Device ${device} is with ${holder}. Record its return first.`,
  DEVICE_NOT_HELD: ({ device }) =>
    `Device ${device} is not issued to anybody, so there is nothing to return.`,
  DEVICE_NOT_USABLE: ({ device, condition }) =>
    condition === 'scrapped'
      ? `Device ${device} is scrapped and cannot be issued.`
      : `Device ${device} needs repair. Issue it when it is mended.`,
  CAREGIVER_FULL: ({ caregiver, most, residents }) =>
    `${caregiver} already answers for ${residents.join(', ')}; the most is ${most}. Choose another caregiver, or end one pairing first.`,
  CAREGIVER_ENDED: ({ caregiver, on }) =>
    `${caregiver} stopped working here on ${on}, so this cannot be done.`,
  CAREGIVER_AT_WORK: ({ caregiver }) => `${caregiver} still works here; there is no return to record.`,
  RESIDENT_PAIRED: ({ resident, caregiver }) =>
    `${resident} is already paired with ${caregiver}. End that pairing first.`,
  // Complaints
  COMPLAINT_PERSON_MISSING: ({ who }) =>
    who === 'doer'
      ? 'Choose who listened to the complaint: somebody with an account, or a caregiver at work.'
      : 'Say whom the complaint concerns; choose "not known" when nobody can tell.',
  COMPLAINT_ABOUT_YOURSELF: () =>
    'This complaint concerns you, so you cannot record it, and nothing was saved. Ask a colleague to record it, or call 12345 or 12385.',
  COMPLAINT_FOR_COUNTY: () =>
    'This complaint concerns the director and must not stay in the centre; nothing was saved. Use "Seal for the county".',
  COMPLAINT_CANNOT_BE_SEALED: () =>
    "The county's key is not registered here yet, so nothing can be sealed, and nothing was saved. Tell the county federation or civil affairs office yourself, or call 12345 or 12385; call 110 when it is urgent.",
  COMPLAINT_LETTER_UNKNOWN: () =>
    'No sealed letter has this number. Check its twelve digits against what was shown when it was sealed.',
  COMPLAINT_CLOSED: () =>
    'This complaint is closed and takes no more steps. Reopen it first when something new came up.',
  COMPLAINT_NOT_CLOSED: () => 'This complaint is still open: add the step to it as it is.',
  COMPLAINT_NO_RESULT: () => 'No result is written down yet, so it cannot be closed. Add a "Result" first.',
  // Checkups
  CHECKUP_IMPOSSIBLE: ({ resident, vital, value, lowest, highest, unit }) =>
    `${resident}: ${nameOf(vital)} ${value} is impossible (${lowest}–${highest} ${unit}). Measure again or mend it.`,
  CHECKUP_PRESSURE_REVERSED: ({ resident, systolic, diastolic }) =>
    `${resident}: blood pressure ${systolic}/${diastolic} cannot be right; systolic must be above diastolic. Please mend it.`,
  CHECKUP_PRESSURE_HALF: ({ resident }) =>
    `${resident}: only one number of the blood pressure is there. Write both, such as 120/80.`,
  CHECKUP_EMPTY: ({ resident }) => `${resident}: nothing is filled in. Fill in the row or leave it out.`,
  CHECKUP_UNCONFIRMED: ({ findings }) => {
    const named = findings
      .slice(0, 3)
      .map((found) => `${found.resident}: ${nameOf(found.vital)} ${found.value}`);
    const more = findings.length > 3 ? ` (${findings.length} in all)` : '';
    return `Unusual or far from the last value – ${named.join('; ')}${more}. Check and confirm each of them.`;
  },
  CHECKUP_DOER: () => 'Choose who measured: a nurse, or a caregiver employed on that day.',
  CHECKUP_NOT_IN_HOUSE: ({ resident, day }) =>
    `${resident} was not in the house on ${day}, so no checkup can be recorded.`,
  CHECKUP_RECORDED_ALREADY: ({ resident, day, round }) =>
    `${resident} already has round ${round} of ${day}. Correct that row, or choose the next round.`,
  CHECKUP_TWICE: ({ resident }) => `${resident} is in this round twice. Keep one row only.`,
  CHECKUP_SUPERSEDED: () =>
    'This record has been corrected or withdrawn meanwhile. Reload to see the current one.',
  CHECKUP_SPAN: () => 'The first day must come before the last and within ten years. Please choose again.',
  CHECKUP_RANGE: ({ vital, problem, lowest, highest }) =>
    problem === 'reversed'
      ? `The lower end of the range (${nameOf(vital)}) must be below the upper end. Please mend it.`
      : `The range (${nameOf(vital)}) must lie within ${lowest}–${highest}. Please mend it.`,
  // Roster and attendance
  SHIFT_NAME_TAKEN: ({ name, code }) =>
    `There is already a shift called "${name}" (${code}). Choose another name.`,
  SHIFT_TOO_SHORT: ({ minutes }) =>
    `From start to end are only ${minutes} minutes; paid time cannot be longer. Check the times or the paid hours.`,
  SHIFT_IN_DRAFT: ({ name, month }) =>
    `The draft roster of ${month} still uses "${name}". Change those cells first, then retire the shift.`,
  LAST_SHIFT: () => 'One kind of shift has to remain; the last one cannot be retired.',
  ENDS_BEFORE_START: () => 'The last day is before the first day. Please check.',
  LEAVE_TOO_LONG: ({ most }) =>
    `At most ${most} days can be entered at once. Check the days, or enter it in parts.`,
  LEAVE_OVERLAPS: ({ caregiver, from, until }) =>
    `${caregiver} already has leave from ${from} to ${until}. Cancel that record first, or change the days.`,
  NO_CAREGIVERS: ({ month }) => `Nobody is employed in ${month}. Register caregivers first.`,
  NO_SHIFTS: () => 'There are no shifts yet. Add one under "Shift rules".',
  ROSTER_HAS_DRAFT: ({ month }) =>
    `There is already a draft for ${month}. Change the draft, publish it, or put it away under Roster.`,
  ROSTER_NOT_DRAFT: () => 'This version is fixed. To change it, press "Start a new version".',
  ROSTER_RUN_GONE: () => 'This roster is gone: it was given up, or the session ended. Generate it again.',
  ROSTER_FACTS_CHANGED: ({ month }) =>
    `While the roster was made, leave, people, shifts, cover or locked cells of ${month} changed. It was not saved; generate it again.`,
  ROSTER_BREAKS_RULE: ({ count, caregiver, day, rule, amount, hours }) =>
    `The roster cannot be published: ${count} breach(es). The first: ${caregiver}, ${day}: ${fill(roster.rules[rule], { amount, hours })}. Mend it first.`,
  DUTIES_ARE_OVER: ({ month }) =>
    `${month} is over. Its duties are kept as they were and cannot be assigned anew.`,
  PART_IS_EVERYBODY: () => 'Choose a zone, a sex or a skill; what the whole house needs is set above.',
  OVERRIDE_REASON_MISSING: ({ rule, people }) =>
    `"${guards.rules[rule]}" concerns ${people} people. To publish all the same, write down why.`,
  ROSTER_NOT_PUBLISHED: ({ month }) =>
    `There is no published roster for ${month}. Publish it first, or enter attendance day by day.`,
  NOT_EMPLOYED_ON: ({ caregiver, day }) =>
    `${caregiver} is not employed on ${day}, so no attendance can be entered.`,
  ATTENDANCE_CLOSED: ({ month }) =>
    `The attendance of ${month} is closed. To correct it, open the month again first.`,
  ATTENDANCE_DAYS_MISSING: ({ count, caregiver, day }) =>
    `${count} day(s) have no record (the first: ${caregiver}, ${day}). Fill them in, then close the month.`,
  ATTENDANCE_MONTH_NOT_OVER: ({ month }) => `${month} is not over yet. Close it at the end of the month.`,
  ATTENDANCE_PAID: ({ month }) =>
    `The pay of ${month} is reviewed or locked, so its attendance stays closed; correct it by reversing the pay.`,
  // Requests, swaps, copies of a month, rotations
  REQUEST_DECIDED: ({ state }) =>
    `This request is ${rosterRequests.states[state].toLowerCase()} already. Reload and look at it again.`,
  REQUEST_CONTRADICTS: ({ caregiver, from, until }) =>
    `${caregiver} has asked for something else from ${from} to ${until}; both cannot be granted. Withdraw that request first, or change the days.`,
  REQUEST_NOT_EMPLOYED: ({ caregiver, day }) =>
    `${caregiver} is not employed on ${day}, so nothing can be asked for. Please check the days.`,
  CHANGE_BREAKS_RULE: ({ caregiver, day, rule, amount, hours }) =>
    `This cannot be done: ${caregiver}, ${day}: ${fill(roster.rules[rule], { amount, hours })}. Choose another day or person.`,
  ROSTER_MISSING: ({ month }) => `There is no roster for ${month} yet. Make one first.`,
  SWAP_NOTHING: () => 'Both do the same on that day, so there is nothing to swap. Choose another day.',
  SWAP_ALONE: () => 'A swap needs two people. Choose another caregiver.',
  REPAIR_TOO_LONG: ({ most, days, until }) =>
    `At most ${most} days are mended at a time; this is ${days}. Mend until ${until} first, then the days after it; for longer sickness enter the leave and make the rest of the month anew.`,
  REPAIR_TWO_MONTHS: ({ until }) =>
    `The next month is published too. Enter it in two parts: first until ${until}.`,
  REPAIR_STALE: ({ month }) =>
    `The roster of ${month} has changed, so nothing was changed now. Look at the alternatives again.`,
  SWAP_TWO_MONTHS: () => 'Only days of one month can be swapped. Choose both days in the same month.',
  SWAP_PAST: ({ day }) =>
    `${day} is over and cannot be swapped; enter what was really worked under attendance.`,
  SWAP_COVER: ({ day, shift, missing }) =>
    `On ${day} shift ${shift} would then lack ${missing} suitable person(s). Choose somebody else.`,
  COPY_NOTHING: ({ month }) =>
    `There is neither a roster nor attendance for ${month}, so nothing can be copied. Use "Make the roster".`,
  PATTERN_WRONG: ({ codes }) =>
    `A pattern has 2 to 28 days with at least one shift: letters of shifts (${codes.join(', ')}) and "-" for rest, such as DDDN--.`,
  PATTERN_NAME_TAKEN: ({ name }) => `There is already a pattern called "${name}". Choose another name.`,
  PATTERN_IN_USE: ({ name, people }) =>
    `"${name}" is still followed by ${people} caregiver(s). Give them another pattern first.`,
  ROTATION_NONE: () =>
    'No caregiver in service follows a pattern yet. Assign one under "Rotation patterns" first.',
  // Package
  NOT_A_COUNTY_KEY: () =>
    "This is not the county's public key: it begins with age1 and has 62 characters; compare it letter by letter with the form.",
  COUNTY_KEY_IS_SECRET: () =>
    "This is the county's private key; it must not be on this PC and was not saved. Tell the county at once to change it, and enter only the line that begins with age1.",
  PACKAGE_NOT_READY: ({ reasons }) =>
    `The package cannot be built yet: ${reasons.map((reason) => packageReasons[reason]).join('; ')}.`,
  COUNTY_CARD_UNREADABLE: ({ name }) =>
    `"${name}" is not the county's card, or was altered; ask the county for it again.`,
  COUNTY_CARD_OTHER: ({ found, county }) =>
    `This card is of county ${found}, the centre belongs to ${county}; it was not entered. Ask your own county for its card.`,
  COUNTY_CARD_OLDER: () =>
    'This card is older than the one that is entered, and was not entered; ask the county for its newest.',
  COUNTY_CARD_NOT_COMPARED: () =>
    'This is not the card that was just compared, and it was not entered; choose the file again and compare its fingerprint.',
  COUNTY_SIGNER_MISSING: () =>
    'The county\'s card is not entered, so a receipt cannot be told from a forged one; enter the card under "Keys for reports" first.',
  RECEIPT_UNREADABLE: ({ name }) =>
    `"${name}" is not a receipt or a re-sync token of the county, or was altered; have it copied again.`,
  RECEIPT_NOT_BY_COUNTY: () =>
    "This is not signed with the county's key that is entered, and was not imported; call the county before you enter a new card.",
  RECEIPT_OTHER_CENTRE: ({ found }) =>
    `This receipt is for centre ${found} and was not imported; give it back to the county.`,
  RECEIPT_UNKNOWN_PACKAGE: ({ epoch, seq }) =>
    `This receipt is about number ${seq} of epoch ${epoch}, which is over, and this PC has no such package; there is nothing to import. Call the county if in doubt.`,
  RECEIPT_KNOWN: () => 'This receipt has been imported before; there is nothing to do.',
  RECEIPT_OLDER: ({ seq }) =>
    `There is a newer answer about number ${seq}; this older receipt need not be imported.`,
  RECEIPT_CONTRADICTS: ({ seq }) =>
    `The county gave two opposite answers about number ${seq}; this one was not imported. Show both receipts to the county.`,
  RESYNC_OLDER: ({ epoch }) =>
    `This token lets epoch ${epoch} begin, and this PC is there or further already; there is nothing to import.`,
  CHAIN_NOT_CONTINUABLE: () =>
    "It is not shown that nothing was lost by the restore, so the old numbers cannot go on; import the county's newest receipt first.",
  PACKAGE_VOID: ({ seq }) =>
    `Number ${seq} was returned or is void and cannot be handed in again; build the month's package anew.`,
  SIGNING_KEY_MISSING: () => 'There is no signing key to change yet; make the enrolment file first.',
  NO_NEXT_KEY: () => 'No new key is waiting to be used; make the change of key first.',
  // Policy and payroll
  PARAMETER_WRONG: ({ key }) =>
    `The value of "${parameterName(key)}" has the wrong form. Enter it as the one before.`,
  HOLIDAYS_UNKNOWN: ({ year }) =>
    `The statutory holidays of ${year} are not complete, so pay cannot be computed. The director adds them under "Rules and rates".`,
  PARAMETERS_MISSING: ({ keys, day }) =>
    `On ${day} these parameters have no value: ${keys.map(parameterName).join(', ')}. The director adds them under "Rules and rates".`,
  ATTENDANCE_NOT_CLOSED: ({ month }) =>
    `The attendance of ${month} is not closed. Close it, then compute pay.`,
  PAY_TERMS_MISSING: ({ names }) =>
    `No terms of pay for ${names.join(', ')}. Enter the monthly wage and the engagement first.`,
  PAY_MONTH_LOCKED: ({ month }) =>
    `The pay of ${month} is locked and cannot be changed. To correct it, reverse it first.`,
  PAY_RUN_REVIEWED: ({ month }) =>
    `The director has approved the pay of ${month}. Ask the director to send it back before computing it again.`,
  PAY_RUN_OPEN: ({ month }) =>
    `There is a pay run of ${month} that is not locked yet. Finish that one first.`,
  EARLIER_PAY_OPEN: ({ month }) =>
    `The pay of ${month} is not locked yet. Lock it before computing later months.`,
  PAY_RUN_STATE: ({ state, reversal }) =>
    state === 'locked'
      ? reversal
        ? 'This reversal is locked and cannot be changed.'
        : 'This pay run is locked. Only a reversal corrects it.'
      : state === 'reviewed'
        ? 'This pay run is approved. The director must send it back before it can be changed.'
        : 'This pay run is still a draft. Approve it first.',
  PAY_RUN_STALE: ({ names }) =>
    `Attendance, terms or parameters have changed since this was computed, for ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and others, ${names.length} in all` : ''}. Ask the clerk to compute it again.`,
  PAY_RUN_REVERSED: ({ month }) => `This pay run of ${month} has been reversed already.`,
  NO_PAY_RUN: ({ month }) => `There is no pay run for ${month} yet. Ask the clerk to compute it.`,
  DAY_OUTSIDE_MONTH: ({ day, month }) => `${day} is not in ${month}. Correct the day.`,
  MONTH_OUTSIDE_YEAR: ({ month, year }) =>
    `${month} is not in ${year}, or there are more months than that. Correct it.`,
  // Backup and restore
  BACKUP_RUNNING: () => 'A backup is being made; wait until it is done.',
  BACKUP_NO_PLACE: () =>
    'No place for backups is chosen; plug in a USB stick or a second disk and choose it.',
  BACKUP_PLACES_FULL: ({ most }) => `There are at most ${most} places for backups; give one up first.`,
  BACKUP_NO_ROOM: ({ place }) =>
    `"${place}" has too little room, nothing was written; make room or take a larger one.`,
  BACKUP_PLACE_GONE: ({ place }) =>
    `"${place}" is not plugged in or was pulled out, no half backup was left; plug it in and try again.`,
  BACKUP_READ_ONLY: ({ place }) =>
    `"${place}" cannot be written to; open its write protection or take another one.`,
  BACKUP_TOO_LARGE: ({ place }) =>
    `"${place}" is formatted as FAT, which takes no file over 4 GB; take one formatted as exFAT or NTFS.`,
  BACKUP_DIFFERS: ({ place }) =>
    place === ''
      ? 'The backup did not equal the original and was removed; make another at once, and tell a technician if it happens again.'
      : `What was read back from "${place}" is not what was written, and was removed; the stick may be broken, take another one.`,
  BACKUP_FAILED: ({ place }) =>
    place === ''
      ? 'The backup was not made, no half file was left; try again.'
      : `"${place}" could not be written to, no half backup was left; try another one.`,
  RESTORE_DAMAGED: ({ part }) =>
    ({
      database:
        'The data file of this backup is incomplete or was altered and cannot be restored; take another backup.',
      keyring:
        'The key file of this backup is incomplete or was altered and cannot be restored; take another backup.',
      manifest:
        'The list of this backup is incomplete or was altered and cannot be restored; take another backup.',
      gone: 'The stick or disk with the backup is not plugged in; plug it in and try again.',
    })[part],
  RESTORE_NOT_DIRECTOR: () =>
    'Restoring needs the password of a director; without it, use the recovery code on paper.',
  RESTORE_NO_ROOM: ({ megabytes }) =>
    `The disk of this PC has too little room, restoring needs ${megabytes} MB; make room and try again.`,
  RESTORE_WRONG_CENTRE: ({ centre }) =>
    `This is a backup of "${centre}", not of this centre, and cannot be restored on this PC.`,
  RESTORE_OLDER_THAN_PACKAGE: ({ packages }) =>
    `Packages sent after this backup was made: ${packages}; confirm that you know, and take up the chain with the county afterwards.`,
  // Ledger
  LEDGER_REFUSED: ({ name, why, where }) => `"${name}" ${fileFaults[why](where)}`,
  LEDGER_NOTHING_FOUND: ({ name }) =>
    `No ledger was recognised in "${name}". Check that its headings name the columns, such as 姓名 and 身份证号.`,
  LEDGER_CHANGED: () =>
    'The data changed since the preview, and nothing was imported. Look at the new preview, then import.',
};
