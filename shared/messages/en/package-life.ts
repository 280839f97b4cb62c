import type { Words } from '../words.ts';
import type { packageLife as zh } from '../zh-CN/package-life.ts';

export const packageLife: Words<typeof zh> = {
  receipt: {
    title: "County's receipt",
    import: "Import the county's answer",
    hint: 'The .receipt file, or the .resync token, that the county hands back',
    fates: {
      awaited: 'No receipt yet',
      accepted: 'Received',
      waiting: 'Held back',
      returned: 'Returned',
      void: 'Void',
      unanswered: 'Not taken',
    },
    acceptedOn: 'Received {{date}}',
    explain: {
      awaited: 'No receipt has been imported yet. After handing the package in, bring the receipt back.',
      accepted: 'The county has it; the receipt is kept here as proof of delivery.',
      waiting: 'The county has verified it and takes it as soon as the missing ones before it come.',
      returned: 'The county returned this package. Mend what is named below and build the month again.',
      void: 'It stands on a package that was returned and cannot be handed in; build its month again.',
      unanswered: 'The county did not take it this time, for this reason.',
    },
    reasons: {
      GAP: 'The county lacks numbers {{from}} to {{to}}: find them below, download them again and hand them in.',
      AFTER_RETURNED: 'A package before it was returned; this one stands on it and is of no more use.',
      PERIOD_IN_FUTURE:
        'For the county {{period}} has not begun: check the date of this PC, ask the county to check theirs, and build again.',
      PERIOD_TAKEN: 'The county has the report of {{period}}: build a correction if something changed.',
      NOTHING_TO_CORRECT: 'The county has no report of {{period}} to correct: build the report first.',
      CHAIN_BROKEN:
        "The county's package before this one is not the one on this PC: an old backup came back, or another PC reports as well.",
      FORK: 'The county has another package with this number: two PCs may report, or an old backup came back.',
      CENTRE_ON_HOLD:
        'The county has put this centre on hold: two different packages came for number {{seq}} of epoch {{epoch}}.',
      EPOCH_PAST: 'The county is in epoch {{last}}; this package is of an earlier one.',
      EPOCH_SKIPPED:
        'The county is in epoch {{last}} and cannot jump to {{epoch}}: ask for a re-sync token from epoch {{epoch}} on.',
      EPOCH_UNCONFIRMED:
        'Two people of the county must confirm epoch {{epoch}}: ask for a re-sync token, then hand this package in again.',
    },
    quoted: 'The county says: {{sentence}}',
    outcomes: {
      accepted: 'The county has received number {{seq}}.',
      waiting: 'Number {{seq}} is verified and waits for the ones before it.',
      returned: 'The county returned number {{seq}}; mend it and build it again.',
      unanswered: 'The county did not take number {{seq}} this time; the list says why.',
      held: "The numbers no longer agree with the county's: reporting is on hold, see above.",
      lost: 'Number {{seq}} is no longer on this PC (an old backup was restored); the receipt is kept. Go on in the new epoch.',
      'new-epoch': 'The county lets epoch {{epoch}} begin; reporting can go on.',
      continues: 'Reporting goes on with the old numbers.',
    },
    keyBegun: 'The county knows the new signing key; it is in use from now on.',
    countyKeyChanged: "The county's key changed and was updated.",
  },
  second: {
    title: 'SM2 signature',
    lead: 'Switch this on when the county asks for the national algorithms: packages then carry an SM2 signature besides the usual one, which the county can check with OpenSSL. It is plain software and no certified cryptographic product.',
    isOn: 'On (key made {{date}})',
    isOff: 'Off',
    on: 'Switch on',
    off: 'Switch off',
    again: 'Make the SM2 file again',
    keep: 'Not now',
    onAsk: 'Switch the SM2 signature on?',
    onWarning:
      'This makes an SM2 key and a .sm2 file. Hand the file to the county before the next package: until it is enrolled, packages with an SM2 signature are not taken.',
    offAsk: 'Switch the SM2 signature off?',
    offWarning:
      'This makes a .sm2 file. Hand it to the county: until the county has entered it, packages without an SM2 signature are not taken.',
    made: 'The SM2 file is made; hand it to the county.',
  },
  chain: {
    held: 'Reporting is on hold',
    reasons: {
      fork: 'The county saw two different packages for number {{seq}}: two PCs may use one set of data, an old backup came back, or the signing key was stolen.',
      behind:
        'The county has number {{seq}} and this PC does not: an old backup came back, or another PC reports as well.',
      'epoch-over':
        'The county is in a later epoch than this PC: an old backup came back, or another PC reports as well.',
    },
    steps: [
      'Find out: leave one PC to report and put the copies away; if the key may be stolen, replace it under "Keys for reports".',
      'Ask the county for a re-sync token of two people, from epoch {{epoch}} on (resync with --epoch {{epoch}}).',
      'Import the token on this page, then build the months that were not received.',
    ],
    unconfirmed: 'The numbers begin anew in epoch {{epoch}}',
    unconfirmedLead:
      'After a restore or a lost key the numbers begin in a new epoch, which two people of the county must confirm. Packages can be built as usual; ask the county for a re-sync token and import it here.',
    canContinue:
      "The receipt that was just imported shows that the county's last package is the last one here. If no package was built after the backup (and none is on its way), the old numbers can go on.",
    continue: 'There is no other: go on with the old numbers',
    continueAsk: 'Was no package built or handed in after the backup?',
    continueWarning:
      'If there was one, the county gets two packages with one number and puts this centre on hold. When in doubt, wait for the token.',
    keep: 'Not yet',
    awaited: 'Packages without an imported receipt: {{count}}.',
  },
  card: {
    title: "County's card",
    lead: "The card is the county's .county file with the key to encrypt for and the key that signs receipts. Once it is entered, packages are encrypted for the county and its receipts can be told from forged ones.",
    pick: "Choose the county's card",
    compare: 'Compare with the fingerprint of the receipt key on the stamped form, group by group:',
    sameSigner:
      'The key that signs receipts is the one that is entered; this card only changes the key to encrypt for.',
    compared: 'I compared all sixteen groups with the stamped form, and they are the same',
    save: 'Enter the card',
    saved: "The county's card is entered.",
    another: 'Another file',
    signer: 'Fingerprint of the key that signs receipts',
    signerOn: 'Entered {{date}}',
    missing: "The county's card is not entered yet, so receipts cannot be imported.",
    next: 'The county is changing its key; packages are encrypted for the next one too:',
    byHand: 'Enter the key by hand when there is a line of text and no card',
  },
  rotation: {
    title: 'Change the signing key',
    lead: 'Every two years, or when the county asks. The file is signed by the old and the new key; the county enrols the new one by it, and both are good for 60 days.',
    make: 'Make the change of key',
    again: 'Get the change of key again',
    made: 'The change of key is made; hand it to the county. The next receipt you import puts the new key in use.',
    next: 'New key, not in use yet',
    use: 'The county says it knows it: use it now',
    useAsk: 'Has the county enrolled this new key?',
    useWarning: 'If it has not, it will not know the signature of the next package.',
    used: 'The new signing key is in use.',
  },
  lost: {
    title: 'Key lost or stolen',
    lead: "For a stolen PC or backup, or a known director's password. The old key stops at once and a new one is made; take the new enrolment file and the stamped form to the county, which revokes the old key, enrols the new one and writes a re-sync token.",
    open: 'Replace the key…',
    reason: 'Reason',
    reasonHint: 'For example: PC stolen on 3 November',
    warning:
      'This cannot be undone. Until the county has enrolled the new key it takes no package of this centre.',
    act: 'End the old key and make a new enrolment file',
    cancel: 'Keep the key',
    done: 'The old key has ended and the new enrolment file is made; hand it to the county soon.',
  },
};
