import type { SameKeys } from '../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  title: 'Specification table',
  purpose: '{edition}, {level}, theory, table {n}, entered {day}',
  overview: 'Overview of the bank',
  export: 'Export to Excel',
  notExported: 'Not exported',
  all: 'All tables',
  print: 'Print',
  count: '{ranges} great ranges, {points} points',
  gaps: '{n} points without an operational item',
  textbook: 'Textbook: {name}',
  search: 'Code or name',
  none: 'No point matches',
  noneHow: 'Try another word.',
  fold: 'Ranges only',
  head: {
    code: 'Code',
    name: 'Name',
    weight: 'Weight',
    importance: 'Importance',
    page: 'Page',
  },
  weight: '{n}%',
  missing: 'Gap',
  noPage: 'to check',
  levels: { 0: 'Great range', 1: 'Middle range', 2: 'Small range' },
  empty: {
    what: 'This level has no specification table yet',
    how: 'Once the table is entered, its points are listed by range with the items at each.',
  },
}
