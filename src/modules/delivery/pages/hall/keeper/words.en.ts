import type { SameKeys } from '../../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  title: 'Sign in to the hall',
  purpose: 'For invigilators, the site manager and the site engineer.',
  staffId: 'Staff id',
  passPhrase: 'Pass phrase',
  enter: 'Sign in',
  entering: 'Checking…',
  needId: 'Enter your id.',
  needPass: 'Enter your pass phrase.',
  refused: 'Not signed in',
  empty: 'No site package lies on this server yet',
  emptyHow: 'The site engineer imports one on the server; then people can sign in here:',
  command: 'zhiheng site import --file package.zhpkg',
  forgot: 'The site manager helps with a forgotten pass phrase; five wrong ones lock for five minutes.',
}
