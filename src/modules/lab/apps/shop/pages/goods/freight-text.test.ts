import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FreightPlan } from '../../slice.ts'
import { EMPTY_FREIGHT, EMPTY_RULE, freightData, freightText } from './freight-text.ts'

const PLAN = {
  name: '标准运费',
  mode: 'weight' as const,
  rules: [{ regions: ['浙江', '上海'], first: 1000, firstFee: 550, add: 500, addFee: 100 }],
  excluded: ['西藏'],
  freeOver: 9900,
}

test('a kept plan goes through its form unchanged, and is what the command takes', () => {
  const made = freightData(freightText({ ...PLAN, id: 'FT1' }))
  assert.ok(made.ok)
  assert.deepEqual(made.data, PLAN)
  assert.deepEqual(FreightPlan.parse(made.data), PLAN)
})

test('a group that is not filled in is told by its number', () => {
  const whole = { regions: ['浙江'], first: '1000', firstFee: '5', add: '500', addFee: '1' }
  for (const change of [{ regions: [] }, { first: '0' }, { firstFee: '' }, { add: '1.5' }, { addFee: 'x' }]) {
    const made = freightData({ ...EMPTY_FREIGHT, rules: [whole, { ...whole, ...change }] })
    assert.ok(!made.ok && made.zh.includes('第 2 组'), JSON.stringify(change))
  }
  assert.equal(freightData({ ...EMPTY_FREIGHT, rules: [EMPTY_RULE] }).ok, false)
  assert.equal(freightData({ ...EMPTY_FREIGHT, rules: [whole], freeOver: '九十九' }).ok, false)
})
