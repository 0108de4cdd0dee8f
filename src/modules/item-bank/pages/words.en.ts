import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
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
  columns: { version: 'Version' },
  importance: { X: 'core (X)', Y: 'general (Y)', Z: 'auxiliary (Z)' },
  state: {
    draft: 'draft',
    'item-review': 'in item review',
    passed: 'passed',
    approved: 'approved',
    trial: 'on trial',
    operational: 'operational',
    returned: 'returned',
    withdrawn: 'withdrawn',
    retired: 'retired',
  },
}
