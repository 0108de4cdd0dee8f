import type { SameKeys } from '../../../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  label: 'Also serves other editions or levels',
  none: 'Serves its own edition and level only',
  add: 'Add an edition or level',
  change: 'Change',
  remove: 'Remove: {place}',
  changeOf: 'Change: {place}',
  full: 'At most 10 other editions or levels',
  dialog: {
    title: 'The item also serves',
    edition: 'Edition',
    level: 'Level',
    points: 'Assessment points',
    hint: 'Find by code or name',
    note: 'At most 4 points',
    home: 'This is the item’s own edition and level; choose its points among its facts.',
    noTable: 'No specification table of this level has been entered, so nothing can be placed there yet.',
    keep: 'Keep',
    cancel: 'Cancel',
  },
}
