import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type StimulusVersion, newestStimuli } from './newest-stimuli.ts'

const version = (stimulusId: string, number: number, enteredAt: number, items: number): StimulusVersion => ({
  stimulusId,
  stimulusVersionId: `${stimulusId}-${number}`,
  caption: stimulusId,
  number,
  writer: '林夕',
  enteredAt,
  items,
})

test('a stimulus stands once, by its newest version, with the items of all of them; the last written comes first', () => {
  const rows = [version('a', 2, 50, 1), version('b', 1, 40, 0), version('a', 1, 10, 3), version('c', 1, 60, 2)]
  assert.deepEqual(
    newestStimuli(rows).map(each => [each.stimulusVersionId, each.items, each.versions.length]),
    [
      ['c-1', 2, 1],
      ['a-2', 4, 2],
      ['b-1', 0, 1],
    ],
  )
  assert.deepEqual(newestStimuli([]), [])
})
