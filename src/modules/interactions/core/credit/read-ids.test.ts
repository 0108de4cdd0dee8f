import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HotAreaResponse } from '../../types/hot-area/type.ts'
import { MultipleChoiceResponse } from '../../types/multiple-choice/type.ts'
import { readIds } from './read-ids.ts'

const id = fc.oneof(fc.constantFrom('a', 'b', 'c', 'no id', '', 'x'.repeat(36), 'x'.repeat(37)), fc.jsonValue())
const document = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      version: fc.constantFrom<unknown>(1, 1, 1, 2, '1'),
      optionIds: fc.oneof(fc.array(id, { maxLength: 10 }), fc.subarray(['a', 'b', 'c', 'd']), fc.jsonValue()),
      areaIds: fc.subarray(['p', 'q']),
      extra: fc.constant(1),
    },
    { requiredKeys: [] },
  ),
)

test('reading is what the schemas of responses do', () => {
  fc.assert(
    fc.property(document, value => {
      const choice = readIds(value, 'optionIds', 8)
      assert.deepEqual(choice && { version: 1, optionIds: choice.ids }, MultipleChoiceResponse.safeParse(value).data)
      const areas = readIds(value, 'areaIds', 30)
      assert.deepEqual(areas && { version: 1, areaIds: areas.ids }, HotAreaResponse.safeParse(value).data)
    }),
    { numRuns: 2000 },
  )
})

test('the response is left as it came', () => {
  const value = { version: 1, optionIds: ['c', 'a'] }
  assert.deepEqual(readIds(value, 'optionIds', 8), { version: 1, ids: ['a', 'c'] })
  assert.deepEqual(value.optionIds, ['c', 'a'])
})
