import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  title: 'Item bank',
  purpose: 'See whether the bank carries the weight of each area, find items, and read them on record.',
  short: '{n} areas have too few items for one form',
  hint: 'Number, area, writer',
  edition: 'Edition',
  level: 'Level',
  coverage: {
    title: 'Coverage of the weight table',
    key: 'what one form takes; a full bar is four forms',
    have: '{n} marks at hand',
    need: 'one form takes {n}',
    papers: '{n} forms without a common item',
    unused: 'not examined at this level',
    head: { area: 'Area', need: 'Needed (marks)', have: 'At hand (marks)', items: 'Items' },
  },
  columns: {
    code: 'Number',
    type: 'Type',
    area: 'Area',
    difficulty: 'Difficulty',
    importance: 'Importance',
    exposure: 'Exposure',
    writer: 'Writer',
    reviewer: 'Reviewer',
    version: 'Version',
  },
  facts: { marks: 'Marks', entered: 'Passed by', times: 'used {n} times' },
  importance: { X: 'core (X)', Y: 'general (Y)', Z: 'auxiliary (Z)' },
  state: { operational: 'operational', retired: 'retired' },
  read: {
    title: 'Content and key',
    why: 'Items are secret: each reading is recorded in the audit log with who and when.',
    act: 'Read the content (recorded)',
    what: 'The item could not be opened',
  },
  empty: { what: 'No items at this level yet', how: 'Import reviewed item files and the items will be listed here.' },
}
