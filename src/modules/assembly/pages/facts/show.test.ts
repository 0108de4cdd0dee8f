import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abilityText, secondsText, shareText, spentText, thousandths } from './show.ts'

test('abilities are told short and with a real minus, and nothing is less than nothing', () =>
  assert.deepEqual([-3000, -250, 0, 500, 2000].map(abilityText).concat([-1, -1250, 20_500].map(value => thousandths(value))), [
    '−3',
    '−0.25',
    '0',
    '0.5',
    '2',
    '0.00',
    '−1.25',
    '20.50',
  ]))

test('a share of nothing has no number', () => assert.deepEqual([shareText(1, 3), shareText(0, 5), shareText(0, 0)], ['33.3%', '0%', '—']))

test('time is never told shorter than it is', () => {
  assert.deepEqual([secondsText(61, 'zh'), secondsText(3600, 'en'), secondsText(0, 'zh')], ['2分', '1 h', '0分'])
  assert.deepEqual([spentText(940, 'zh'), spentText(61_400, 'en')], ['0.9秒', '61 s'])
})
