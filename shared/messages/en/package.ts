import type { Words } from '../words.ts';
import type { packages as zh } from '../zh-CN/package.ts';

export const packages: Words<typeof zh> = {
  title: 'Monthly report',
  lead: "Once a month the centre's facts are signed, encrypted and handed to the county. Only the county can open them, and one changed byte is noticed.",
  kinds: { full: 'Monthly report', correction: 'Correction', empty: 'Nil report' },
  tables: {
    attendance: 'Attendance',
    caregivers: 'Caregivers',
    checkups: 'Checkups',
    devices: 'Devices',
    pairings: 'Pairings',
    pay: 'Pay lines',
    residents: 'Residents',
    roster: 'Roster cells',
    stays: 'Bed stays',
  },
  totals: { gross_fen: 'Gross', deduction_fen: 'Deductions', tax_fen: 'Tax', net_fen: 'Net' },
  preflight: {
    title: 'Before it goes up',
    ready: 'The package can be built.',
    allClear: 'Attendance, pay and files are all in order.',
    notReady: 'Still to do before it can be built: {{count}}.',
    contents: 'What will be reported (rows and amounts)',
    refusals: {
      'no-county-key': "The county's key has not been entered yet.",
      'chain-held':
        "The numbers here no longer agree with the county's: what is built now could not be taken. Import the county's re-sync token first (see above).",
      'attendance-open': 'Attendance of this month is not closed.',
      'pay-open': 'Pay of this month is not locked.',
      'month-not-begun': 'This month has not begun.',
      'already-reported': 'This month has been reported; if something changed, build a correction.',
      'nothing-to-correct':
        'This month has not been reported yet, so there is nothing to correct; build the report first.',
      'nothing-changed':
        'This month has been reported and nothing has changed since: no correction is needed.',
      'faulty-row': '{{table}}: a value of "{{label}}" is not one that can be reported; please check it.',
    },
    warnings: {
      'provisional-residents': 'Residents still to be verified, who are not in this report: {{count}}.',
      'no-roster': 'No roster of this month is published; the roster table will be empty.',
      'no-checkup': 'Residents without a checkup this month: {{count}}.',
      'month-not-over': 'The month is not over; later changes go up as a correction.',
      'text-marked':
        "Texts that begin with =, +, - or @: {{count}}. An apostrophe (') goes before them, so that no spreadsheet takes them for a formula; mend what is wrong:",
      'nothing-to-report': 'No residents and no caregivers this month: a nil report will be built.',
    },
    goTo: 'Go there',
  },
  reported:
    'This month has been reported. If something changed, build a correction: it takes the place of the report.',
  build: 'Build the package',
  buildCorrection: 'Build a correction',
  building: 'Building the package',
  built: 'Package {{seq}} is built; save it to a stick and hand it to the county.',
  history: 'Packages built',
  noneTitle: 'No package yet',
  none: 'When the list is clear, press "Build the package"; the file is downloaded, take it to the county on a stick.',
  columns: {
    number: 'Number',
    period: 'Month',
    kind: 'Kind',
    hash: 'Check code',
    size: 'Size',
    builtAt: 'Built',
    builtBy: 'By',
  },
  number: '{{epoch}}-{{seq}}',
  hashTitle: 'Check code',
  hashExplain:
    'After verifying, the county reads out the same eight groups; if one differs, it is not this file.',
  download: 'Download',
  sizeValue: '{{count}} KB',
  keysTitle: 'Keys for reports',
  county: {
    recordedOn: 'Entered {{date}}',
    label: 'Public key of the county',
    hint: 'Begins with age1, 62 characters',
    save: 'Enter the key',
    change: 'Change the key',
    keep: 'Keep the key',
    saved: "The county's key is entered.",
    missing: 'Not entered yet. No package can be built before.',
  },
  signing: {
    title: "The centre's signing key",
    lead: "Every package is signed with the centre's own key. It is made on this PC, lies only in the encrypted database and never leaves it; the county checks signatures with the enrolled public key.",
    fingerprint: 'Fingerprint of the public key',
    explain:
      'The fingerprint is a digest of the public key. Hand the enrolment file to the county and write the fingerprint on the stamped form, or read it out group by group; the county enrols the key only when both agree.',
    standard: 'As ssh-keygen writes it:',
    createdOn: 'Made {{date}}',
    make: 'Make the enrolment file',
    missing: 'No signing key yet. It is made on this PC when you press "Make the enrolment file".',
    made: 'The enrolment file is made; hand it to the county.',
  },
  report: {
    accepted: 'Verified: {{file}}',
    waiting: 'Verified, but packages before it are missing; kept until they come: {{file}}',
    refused: 'Refused: {{file}}',
    centre: 'Centre',
    period: 'Month',
    kind: 'Kind',
    number: 'Number',
    numberValue: 'epoch {{epoch}}, number {{seq}}',
    hash: 'Check code',
    signer: 'Fingerprint of the signing key',
    createdAt: 'Built at (informative)',
    audit: 'Audit chain',
    auditValue: '{{count}} lines, head {{head}}',
    counts: 'Contents (rows)',
    totals: 'Pay (yuan)',
    noLedger: 'No --ledger given: replays, gaps and forks were not checked.',
    recorded: 'Recorded in the ledger: {{ledger}}',
    released: 'The gap is filled; accepted as well: {{numbers}}.',
    dropped: 'Numbers that waited and do not fit, now returned; the centre builds them again: {{numbers}}.',
    receipt: 'Receipt: {{file}} (for the centre to import)',
    onHold:
      'Two different packages have the same number: the centre is on hold, please clear it up in person.',
  },
  command: {
    usage: `Usage:
  npm run county -- keygen --out DIR --county SIX-DIGIT-CODE
      Makes the county's keys to open packages and to sign receipts, and the county card (.county) for the centres.
  npm run county -- enrol FILE --keys DIR [--replace]
      Enrols a centre's signing key. Compare its fingerprint with the stamped form first.
  npm run county -- verify PACKAGE --key county.key [--signers FILE] [--revoked FILE] [--ledger FILE] [--receipts DIR]
      [--county CODE] [--on YYYY-MM-DD] [--new-epoch-after HASH --confirmed-by A,B] [--lang en] [--json]
      Opens, verifies and tells what is inside. Answers 0 when it is taken, 2 when not. With --ledger, replays, gaps and
      forks are found, the package is recorded and a receipt is written.
  npm run county -- resync CENTRE --key county.key --ledger FILE --confirmed-by A,B [--receipts DIR] [--epoch N]
      After a restored backup, a fork or a lost key two people close the old epoch and write a re-sync token.
  npm run county -- rotate FILE --keys DIR
      A centre changes its signing key: both keys are good for 60 days.
  npm run county -- revoke CENTRE --keys DIR
      A centre's key was lost or stolen: it is void at once; the centre is then enrolled anew by paper.
  npm run county -- rotate-key --keys DIR [--finish]
      Changes the county's own key: receipts tell the centres first; add --finish when all have changed.
  npm run county -- open-complaint LETTER --key county.key
      Opens a complaint that a centre sealed for the county (.complaint) and shows it; nothing is written down. Keep it confidential.`,
    keygenDone:
      'The county\'s keys are made.\n  Private key to open packages: {{key}} (into the safe, with an offline copy; never hand it on)\n  Public key: {{pub}}\n  {{recipient}}\n  County card: {{card}} (for the centres, to be entered under "Keys for reports")\n  Print this fingerprint of the key that signs receipts on the stamped form; centres compare it group by group:\n  {{spoken}}\n  {{fingerprint}}',
    enrolled:
      'Enrolled {{name}} ({{center}}), valid {{from}} to {{until}}.\n  Fingerprint: {{fingerprint}}\n  Group by group: {{spoken}}\n  If it differs from the stamped form, remove the enrolment at once and call the centre.',
    secondEnrolled:
      'The SM2 key of {{name}} ({{center}}) is enrolled until {{until}}; from now on its packages must carry the SM2 signature.\n  Public key: {{pem}} (for openssl pkeyutl)',
    secondEnded:
      'The SM2 key of {{name}} ({{center}}) has ended; its packages need no SM2 signature any more.',
    resynced:
      'The old epoch of {{name}} ({{center}}) is closed; epoch {{epoch}} may begin.\n  Last received: epoch {{lastEpoch}}, number {{lastSeq}}\n  Check code: {{hash}}\n  Re-sync token: {{file}} (for the centre to import)',
    rotated:
      'The new signing key of {{name}} ({{center}}) is enrolled until {{until}}; the old one is good until {{old}}.\n  New fingerprint: {{fingerprint}}\n  Group by group: {{spoken}}',
    revoked:
      'The signing keys of {{name}} ({{center}}) are void: {{fingerprints}}\n  Next: enrol the new key by the stamped form, then write a re-sync token with resync.',
    keyChanging:
      'The next key is made; receipts tell the centres from now on, and packages are encrypted for both keys.\n  In use: {{recipient}}\n  Next: {{next}}\n  County card: {{card}}\n  When every centre has imported a receipt, run rotate-key --finish.',
    keyChanged:
      'The key is changed; the old private key stays in the file, so that late packages still open.\n  In use: {{recipient}}\n  County card: {{card}}',
    complaint: {
      head: 'Complaint that {{name}} ({{center}}) sealed for the county, number {{number}}',
      line: '{{label}}: {{value}}',
      place: 'This is sealed letter {{place}} of this centre.',
      first: 'There was no sealed letter before it.',
      before:
        "Before it came letter {{place}}, its file's SHA-256 {{hash}}; ask after it if the county never received that one.",
      none: 'not filled in',
      signed: {
        good: 'The signature is good: made by an enrolled key of this centre.',
        unknown:
          'The key that signed is not enrolled for this centre, not in force, or revoked. What it tells may still be true; check where it comes from.',
        none: 'Not signed: the centre had no signing key yet; check where it comes from.',
      },
      protect:
        'Protect who told it and who recorded it: do not pass it on to whom it concerns or to that centre.',
    },
    errors: {
      usage: 'The command is incomplete or mistyped.',
      exists: '{{file}} exists and is not overwritten; choose another folder.',
      unreadable: '{{file}} cannot be read; check the path.',
      notAKey: '{{file}} is not a private key file; it should hold a line AGE-SECRET-KEY-1….',
      notSigners: '{{file}}, line {{line}}, is not an enrolled key; enrol it again.',
      notALedger: '{{file}} is not a ledger or is damaged; restore it from the backup.',
      ledgerBusy: 'The ledger is in use by another program ({{file}}); try again in a moment.',
      notAnEnrolment: '{{file}} is not an enrolment file or was altered; ask the centre for a new one.',
      otherCounty: '{{name}} ({{center}}) is not in this county ({{county}}); nothing was enrolled.',
      alreadyEnrolled: 'This key of {{name}} ({{center}}) is enrolled already.',
      otherKeyEnrolled:
        '{{name}} ({{center}}) has another key enrolled; to replace it, compare the stamped form and add --replace.',
      keyOfOtherCentre:
        'This key is enrolled for another centre ({{center}}); nothing was enrolled, please ask both centres.',
      noSigningKey:
        'The key that signs receipts is missing ({{file}}); a ledger is kept only with receipts: use the folder that keygen made.',
      notASigningKey:
        '{{file}} is not the key that signs receipts, or is damaged; restore it from the copy in the safe.',
      noKeyChange: 'No change of the key is under way; run rotate-key without --finish first.',
      keyChangeOpen: 'The last change of the key is not finished; run rotate-key --finish first.',
      tooManyKeys:
        '{{file}} holds four private keys already; move the oldest away first (keep an offline copy).',
      keyRevoked:
        'This key of {{name}} ({{center}}) was revoked and cannot be enrolled again; the centre makes a new one.',
      notARotation: '{{file}} is not a change of key, or was altered; the centre makes it again.',
      oldKeyNotInForce:
        'The old key of {{name}} ({{center}}) is not enrolled, has ended or was revoked, so it cannot vouch for a new one; enrol the new key by the stamped form.',
      nothingToRevoke: '{{name}} ({{center}}) has no key in force; there is nothing to revoke.',
      unknownCentre: 'No centre with the code {{center}} is enrolled; please check the code.',
      notACentre: "A centre's code has nine digits, for example 411702101.",
      notTwoPeople: 'Two different people must confirm: --confirmed-by A,B.',
      secondNotVouched:
        'The SM2 file of {{name}} ({{center}}) is not signed with its enrolled key; enrol the signing key of the centre first.',
      secondUnknown: 'This SM2 key of {{name}} ({{center}}) was never enrolled; there is nothing to end.',
      notADay: '--on takes a day such as 2026-11-05.',
      notACounty: 'The code of a county has six digits.',
      notAComplaint: '{{file}} is not a sealed complaint; check the file.',
      complaintForOthers:
        "{{file}} was not encrypted with this county's key, and this county's private key does not open it; check the key.",
      complaintDamaged:
        '{{file}} is damaged or was changed and cannot be opened; who brought it can save it again in the centre by its number.',
      notConfirmed:
        'A new epoch needs the last known check code and two people: --new-epoch-after HASH --confirmed-by A,B.',
    },
  },
  refusals: {
    FILE_EMPTY: 'The file is empty; ask the centre to copy the package again.',
    FILE_TOO_LARGE: 'The file is too large (over {{limit}} MB) to be a package; please check it.',
    NOT_A_PACKAGE: 'This is not a package, or its beginning is damaged; ask the centre to copy it again.',
    NOT_FOR_THIS_KEY:
      "The file is not encrypted for this county's key; check the key, or return it to the centre.",
    DAMAGED:
      'The file is damaged or was altered and cannot be opened; ask the centre to copy the original again.',
    CONTAINER_MALFORMED:
      'The container is not as it must be (at byte {{offset}}) and may have been altered; ask the centre to build it again.',
    CONTAINER_ENTRIES:
      'A file in the package is missing, surplus or out of order ({{entry}}); ask the centre to build it again.',
    SIGNATURE_MALFORMED:
      'The signature is not as it must be and may have been altered; ask the centre to build it again.',
    SIGNATURE_OF_OTHER_KIND: 'The signature was not made for a monthly report; call the centre.',
    SIGNER_UNKNOWN:
      'The signing key is not enrolled; compare the fingerprint, enrol the centre, then verify again.',
    SIGNER_REVOKED: 'The signing key is revoked; the centre must enrol a new one.',
    SIGNER_NOT_IN_FORCE:
      'The signing key is not in force today ({{from}} to {{until}}); the centre must enrol again.',
    SIGNATURE_WRONG:
      'The signature does not fit the content, which was altered; ask the centre to build it again.',
    SECOND_SIGNATURE_MISSING:
      'The centre has enrolled an SM2 key, and the package lacks the signature of it; ask the centre to build it again.',
    SECOND_SIGNER_UNKNOWN:
      "The package carries an SM2 signature, and the centre's SM2 key is not enrolled; enrol its .sm2 file, then verify again.",
    SECOND_SIGNATURE_MALFORMED:
      'The SM2 signature is not well-formed; ask the centre to build the package again.',
    SECOND_SIGNATURE_WRONG:
      'The SM2 signature does not fit the content; ask the centre to build the package again.',
    SUMS_MALFORMED:
      'Line {{line}} of the list of sums is not as it must be; ask the centre to build it again.',
    SUMS_DIFFER:
      '{{file}} does not fit the signed list of sums, so it was altered; ask the centre to build it again.',
    MANIFEST_MALFORMED:
      'The manifest is not as it must be ({{field}}); the centre should update its program and build again.',
    MANIFEST_VERSION:
      'The package has format version {{found}}, this program knows {{known}}; use the same version on both sides.',
    OTHER_RECIPIENT: 'The package is addressed to another recipient; return it to the centre.',
    OTHER_COUNTY: 'The package names county {{found}}, this is {{county}}; return it to the centre.',
    OTHER_CENTRE: 'The package names centre {{found}} but {{center}} signed it; ask both centres.',
    OTHER_KEY: 'The package names another signing key than the one that signed it; call the centre.',
    PERIOD_IN_FUTURE:
      'The reported month {{period}} has not begun; the centre should check its clock and the month.',
    CENTRE_ON_HOLD:
      'Two different packages came as number {{seq}} of epoch {{epoch}}: the centre is on hold until that is cleared up and a new epoch begun.',
    EPOCH_PAST:
      'The package belongs to epoch {{epoch}}, which is over (now {{last}}); it may come from an old backup, call the centre.',
    EPOCH_UNCONFIRMED:
      'The package begins epoch {{epoch}}; two people must confirm the last known check code {{hash}} first.',
    EPOCH_SKIPPED:
      'The epoch jumps from {{last}} to {{epoch}}; check with the centre, then let it begin by resync --epoch {{epoch}}.',
    REPLAY: 'This package was received before (epoch {{epoch}}, number {{seq}}); nothing was recorded twice.',
    AFTER_RETURNED:
      'Number {{seq}} follows number {{returned}}, which was returned, and cannot be taken; the centre imports the receipt and builds again from number {{returned}} on.',
    FORK: 'Another package came before as number {{seq}} of epoch {{epoch}}: a copied PC, an old backup or a stolen key; the centre is on hold, clear it up in person.',
    GAP: 'Packages {{from}} to {{to}} are missing; this one ({{seq}}) is kept until they come, ask the centre for them.',
    CHAIN_BROKEN:
      'Number {{seq}} does not follow the package before it (its check code differs); ask the centre whether an old backup was used.',
    PERIOD_TAKEN: 'The report of {{period}} has been received; changes come as a correction.',
    NOTHING_TO_CORRECT:
      'No report of {{period}} has been received, so it cannot be corrected; the centre must send the report first.',
    TABLE_TOO_LARGE: 'The table {{table}} is too large; call the centre.',
    ROW_MALFORMED:
      'Line {{line}} of {{table}} is not written as it must be; the centre should update its program and build again.',
    ROW_FIELDS:
      'Line {{line}} of {{table}} has other fields than agreed; the centre should update its program and build again.',
    ROW_VALUE:
      'Line {{line}} of {{table}}: {{field}} is out of its range; the centre should check it and build again.',
    ROW_ORDER: 'Line {{line}} of {{table}} is there twice or out of order; ask the centre to build it again.',
    ROW_REFERENCE: 'Line {{line}} of {{table}}: {{field}} names nobody in this package; call the centre.',
    COUNTS_DIFFER:
      'The number of rows in {{table}} differs from the manifest; ask the centre to build it again.',
    TOTALS_DIFFER: 'The pay total {{field}} differs from the manifest; ask the centre to build it again.',
  },
};
