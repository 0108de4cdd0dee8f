import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  title: 'Forms',
  purpose: 'Assemble theory forms by the weight table of an edition, with a line-by-line proof that each area has its marks.',
  hint: 'Number, title, assembled by, digest',
  edition: 'Edition',
  level: 'Level',
  act: { assemble: 'Assemble a form', done: 'A new form was assembled', refused: 'No form was assembled' },
  number: 'No. {n}',
  columns: { number: 'No.', title: 'Form', assembledAt: 'Assembled', assembledBy: 'By', items: 'Items', minutes: 'Time', digest: 'Digest' },
  empty: { what: 'No form at this level yet', how: 'Choose an edition and a level, then “Assemble a form”.' },
  proof: {
    sound: 'Weights proven',
    faulty: '{n} deviations from the weight table',
    chart: 'Weights and marks',
    weight: 'Weight table',
    marks: 'This form',
    what: 'The form could not be opened',
    table: 'Proof of the weights',
    note: 'recomputed by an independent check whenever it is shown',
    area: 'Area',
    head: { weight: 'Weight (marks)', marks: 'Form (marks)', verdict: 'Check' },
    equal: 'equal',
    differs: 'differs',
    total: 'Total',
  },
  mix: { title: 'Composition', importance: 'Importance', difficulty: 'Difficulty (1 easy – 5 hard)', items: '{n} items' },
  facts: { minutes: 'Time', items: 'Items', digest: 'Digest of the package', by: 'Assembled by', at: 'Assembled' },
  faults: {
    total: 'The form has {total} marks instead of 100.',
    area: '"{area}" should have {weight} marks and has {marks}.',
    outside: 'Item {code} lies in no area of the table.',
    twice: 'Item {code} stands twice.',
    'not-operational': 'This version of item {code} was retired after the form was assembled.',
    level: 'Item {code} is of {level} and does not belong here.',
  },
}
