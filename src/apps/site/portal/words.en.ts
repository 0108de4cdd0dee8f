import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  name: 'Hall console',
  skip: 'Skip to content',
  menu: 'Pages',
  sitting: 'Sitting',
  sittingText: '{title} ({time})',
  pages: { site: 'Prepare', door: 'Check-in', wall: 'Wall', journal: 'Journal', record: 'Room record', result: 'Result' },
  control: 'Control',
  states: {
    empty: 'Empty server',
    'roster-installed': 'Roster installed',
    'papers-opened': 'Papers open',
    armed: 'Armed',
    running: 'Running',
    closed: 'All closed',
  },
  rehearsal: 'Rehearsal',
  clock: 'Server time',
  clockOff: 'This machine’s clock is {n} s off; the server’s counts',
  lost: 'The server does not answer; trying again',
  who: '{name}, {duties}',
  duties: { 'site-manager': 'Site manager', 'site-engineer': 'Site engineer', invigilator: 'Invigilator' },
  join: ', ',
  signOut: 'Sign out',
  language: '中文',
  noSitting: 'There is no such sitting',
  noSittingHow: 'The site package may have been replaced. Choose a sitting above.',
  broken: 'Something broke on this page',
  brokenHow: 'Everything is on the server and nothing is lost. Reload; if it happens again, tell the site engineer the time: {time}.',
  reload: 'Reload',
}
