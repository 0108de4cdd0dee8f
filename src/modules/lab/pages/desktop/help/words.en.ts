import type { SameKeys } from '../../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  drafts: { kept: 'What was half filled in is still here; it comes back with its form.', forget: 'Do not keep it' },
  hints: {
    title: 'Hints',
    lead: 'Opening a hint takes marks off, and a reset does not give them back.',
    none: 'This task has no hints.',
    loading: 'Reading …',
    open: 'Hint (costs {n})',
    ask: 'The hint for “{say}” costs {n} marks and cannot be undone. Open it?',
    opened: 'Opened, {n} marks off',
    step: 'In “{app}”: {zh}',
    after: 'Then: {lines}',
  },
  cards: { title: 'From your teacher', from: 'sent {time}', read: 'Understood', done: 'Read' },
}
