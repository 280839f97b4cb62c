import type { Words } from '../words.ts';
import type { keys as zh } from '../zh-CN/keys.ts';

export const keys: Words<typeof zh> = {
  switchPerson: 'Change person (PIN)',
  ownPin: 'Set my PIN',
  pin: 'PIN (4–6 digits)',
  pinAgain: 'PIN again',
  pinWrong: 'Please type 4 to 6 digits.',
  pinDiffers: 'The two PINs are not the same.',
  ownPassword: 'My password',
  ownPinWhy:
    'While the data is open, a PIN is enough to let the next person go on. After signing out or a lock the password is needed.',
  ownPinDone: 'Your PIN is set.',
  ownPinDropped: 'Your PIN is removed.',
  drop: 'Remove my PIN',
  switchTitle: 'Change person',
  who: 'Who goes on',
  noPins: 'Nobody else has a PIN yet. Each person sets one after signing in, in the menu under the name.',
  closed: 'closed, sign in with the password',
  switchNow: 'Change',
  title: 'Keys and recovery code',
  codeMade: 'Recovery code made on',
  keyChanged: 'Data key changed on',
  keyDue: 'The data key is due to change: it is tried again when somebody signs in.',
  waitsFor: 'The data key can change once these people have signed in: {{names}}',
  why: 'When an account ends or a new recovery code is put in force, the data key changes by itself; passwords stay as they are.',
  newCode: 'Make a new recovery code',
  newCodeTitle: 'Make a new recovery code',
  newCodeWhy:
    'When the paper is lost, was seen by others, or the director changes, make a new one. It holds once line 3 is checked; the old one then opens nothing but the backups of its time, so mark the old paper "old backups only" and lock it away too.',
  newCodeSteps: { password: 'Your password', code: 'Recovery code', check: 'Check' },
  next: 'Next',
  back: 'Back to settings',
  putInForce: 'Put in force',
  newCodeDone: 'The new recovery code is in force, the old one no more.',
  keyringCopy: 'The key file is damaged; its copy is in use. It is mended when somebody signs in.',
  keyringLostTitle: 'The file of keys is lost',
  keyringLost:
    'The key file and its copy are lost or damaged, so no password opens the data. The data file is still there: delete nothing, and restore a backup.',
};
