import type { SameKeys } from '../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  findings: { error: 'Error: ', warning: 'Look again: ', note: 'Note: ', none: 'Nothing was noticed.' },
  threads: {
    none: 'No remarks yet.',
    blind: 'Writer (hidden)',
    version: 'Version {n}',
    settled: 'Settled by {person}',
    reply: 'Reply',
    replyTo: 'Reply to “{text}”',
    cancel: 'Cancel',
    settle: 'Settle',
    add: 'Write a remark',
    addHint: 'Say where, and what would be better',
    post: 'Post',
    refused: 'The remark was not kept',
  },
  statistics: {
    p: 'share of marks {n}',
    b: 'difficulty {n}',
    discrimination: 'discrimination {n}',
    seconds: '{n} s on average',
    n: '{n} responses',
    sources: { 'writer-estimate': 'estimate of the writer', trial: 'trial', session: 'session' },
  },
  steps: {
    none: 'Nothing on record yet.',
    readings: 'With readings ({n})',
    version: 'Version {n}',
    entered: 'Entered',
    person: 'Person',
    types: {
      'item-drafted': 'Draft made',
      'item-version-sent': 'Sent to review',
      'item-version-withdrawn': 'Withdrawn',
      'item-trial-started': 'Trial begun',
      'item-made-operational': 'Made operational',
      'item-version-retired': 'Retired',
      'item-read': 'Content read',
      'item-previewed': 'Previewed',
      'item-enemies-set': 'Enemies set',
      'item-figures-entered': 'Figures entered',
    },
    verdicts: { passed: 'Passed', returned: 'Returned', approved: 'Approved' },
  },
}
