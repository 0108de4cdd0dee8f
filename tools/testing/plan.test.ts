import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planOf } from './plan.ts'

const files = [
  'src/kernel/marks.test.ts',
  'src/kernel/marks.ts',
  'src/modules/exam/contract.test.ts',
  'src/modules/exam/core/hall/seat.test.ts',
  'src/modules/exam/index.test.ts',
  'src/modules/exam/store/seat.test.ts',
  'src/modules/interactions/types/choice/choice.test.ts',
  'src/modules/interactions/types/choice/pages/view.test.tsx',
  'src/modules/statistics/reports/rate/store/rate.test.ts',
  'src/platform/db/sql.test.ts',
  'tests/journeys/power-cut.test.ts',
  'tests/load/hall.test.ts',
  'tools/check-house.test.ts',
]

test('tests of pure rooms share a process, the others have one each, and everything runs once', () => {
  const plan = planOf(files, [])
  assert.deepEqual(plan.pure, [files[0], files[2], files[3], files[6], files[12]])
  assert.deepEqual(plan.apart, [files[4], files[5], files[7], files[8], files[9], files[10], files[11]])
})

test('a filter is a part of the path', () => {
  assert.deepEqual(planOf(files, ['./src/modules/exam/store']), {
    pure: [],
    apart: ['src/modules/exam/store/seat.test.ts'],
    needsBrowser: false,
  })
  assert.deepEqual(planOf(files, ['marks', 'rate']).apart, ['src/modules/statistics/reports/rate/store/rate.test.ts'])
})

test('only journeys need a browser', () => {
  assert.equal(planOf(files, ['tests/journeys']).needsBrowser, true)
  assert.equal(planOf(files, ['tests/load']).needsBrowser, false)
})
