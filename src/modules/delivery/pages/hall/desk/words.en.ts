import type { SameKeys } from '../../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  confirm: 'Confirm',
  cancel: 'Back',
  busy: 'Working…',
  reason: 'Reason',
  note: 'Note',
  noteHint: 'May be left empty; it goes into the room record',
  second: {
    title: 'Second person',
    always: 'This takes two: another member of staff enters id and pass phrase here.',
    minutes: 'More than {minutes} minutes take a second person.',
    together: 'One of the two must be: {duties}.',
    staffId: 'Id of the second person',
    passPhrase: 'Pass phrase of the second person',
  },
  duties: { 'site-manager': 'Site manager', 'site-engineer': 'Site engineer', invigilator: 'Invigilator' },
  dutiesJoin: ', ',
  refused: 'Not done',
  system: 'System',
  minutes: '{n} min',
  justNow: 'just now',
  secondsAgo: '{n} s ago',
  minutesAgo: '{n} min ago',
  hoursAgo: '{n} h ago',
}
