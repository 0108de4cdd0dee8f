import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  title: 'Reports',
  purpose: 'Every stage counted, every step reconciled.',
  choose: 'Choose a session',
  empty: 'No session yet',
  emptyHow: 'Once a session is published, its figures from applications to certificates stand here.',
  reconciled: 'Everything reconciles',
  reconciledNote: 'The figure of each stage less the named differences is the figure of the next.',
  broken: '{count} steps do not reconcile',
  brokenNote: 'The table shows where, and by how much. Look into each.',
  people: 'People, from application to certificate',
  papers: 'Papers, from seat to marks',
  arrows: 'Step by step',
  step: 'Step',
  from: 'Before',
  to: 'After',
  differences: 'Differences',
  verdict: 'Check',
  ok: 'agrees',
  fault: 'differs',
  gained: 'gained',
  residual: 'unexplained',
  none: 'none',
  masked: 'fewer than {n}',
  responses: 'Acknowledged responses: {count}',
}
