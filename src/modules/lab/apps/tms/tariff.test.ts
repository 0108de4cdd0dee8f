import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressFault, chargedGrams, isWaybillNumber, masked, offersFor, waybillNumber } from './tariff.ts'
import { roundOf, shortestRound } from './accounts.ts'
import { TmsConfig, seedTms } from './slice.ts'

const rate = { area: '华东', regions: ['浙江省', '上海市'], firstGrams: 1000, first: 800, stepGrams: 500, step: 150, hours: 24 }
const carriers = [
  { code: 'A', name: '甲快递', prefix: 'JK', cutoff: 1050, services: [{ code: 'S', name: '标快', divisor: 8000, rates: [rate] }] },
]
const party = { name: '李小梅', phone: '13800001234', region: '浙江', detail: '杭州市文三路 18 号' }

test('waybill numbers carry the check digit of postal items, and one wrong digit is found', () => {
  assert.equal(waybillNumber('RR', 47312482), 'RR473124829') // the example of UPU S10
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.nat(7), fc.integer({ min: 1, max: 9 }), (serial, at, by) => {
      const number = waybillNumber('SD', serial)
      assert.ok(isWaybillNumber(number))
      const digit = (Number(number[2 + at]) + by) % 10
      const wrong = `${number.slice(0, 2 + at)}${digit}${number.slice(3 + at)}`
      // remainders 0 and 10 share no digit with others but 1 and 6 do: 11 − r is written as 0 and 5 there
      if (isWaybillNumber(wrong)) assert.ok(['0', '5'].includes(number.at(-1) ?? ''))
    }),
  )
})

test('the first weight is paid once, each begun step once more, and bulk counts as weight', () => {
  const fee = (weight: number, volume = 0): number | undefined => offersFor(carriers, '浙江省宁波市', weight, volume)[0]?.fee
  assert.deepEqual(
    [1, 1000, 1001, 1500, 1501].map(w => fee(w)),
    [800, 800, 950, 950, 1100],
  )
  assert.equal(chargedGrams(900, 16_000, 8000), 2000)
  assert.equal(fee(900, 16_000), 1100)
  assert.equal(offersFor(carriers, '上海', 900, 0).length, 1)
  assert.deepEqual(offersFor(carriers, '西藏', 900, 0), [])
})

test('an address needs a door and a telephone its digits; a label hides both names and numbers', () => {
  assert.equal(addressFault(party), null)
  assert.equal(addressFault({ ...party, detail: '杭州市文三路口' }), 'E_ADDR_PARSE')
  assert.equal(addressFault({ ...party, name: ' ' }), 'E_ADDR_PARSE')
  assert.equal(addressFault({ ...party, region: '' }), 'E_ADDR_PARSE')
  assert.equal(addressFault({ ...party, phone: '1380000123' }), 'E_PHONE')
  assert.equal(addressFault({ ...party, phone: '0571-88881234' }), null)
  assert.deepEqual(masked(party), { name: '李**', phone: '138****1234' })
  assert.deepEqual(masked({ ...party, name: '李', phone: '110' }), { name: '李*', phone: '****' })
})

test('no order of the stops is shorter than the shortest round', () => {
  const stop = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) })
  fc.assert(
    fc.property(fc.array(stop, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat()), (points, picks) => {
      const stops = points.map((p, i) => ({ ...p, id: `P${i}`, zh: '站', load: 1 }))
      const s = seedTms(TmsConfig.parse({ carriers, stops }))
      const order = s.stops.toSorted(() => (picks.next().value % 2 === 0 ? 1 : -1))
      assert.ok((shortestRound(s) ?? 0) <= roundOf(s, order).metres)
    }),
    { numRuns: 60 },
  )
})
