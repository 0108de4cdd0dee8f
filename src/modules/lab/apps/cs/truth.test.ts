import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Frozen } from '../../../../kernel/brand.ts'
import type { Json } from '../../core/world/canonical.ts'
import { CsConfig, type CsSlice, type Slot, seedCs } from './slice.ts'
import { forbiddenIn, judge } from './truth.ts'

const s = seedCs(CsConfig.parse({ store: 'own', clerks: [{ persona: 'clerk', role: '客服' }] })) as Frozen<CsSlice>
const listing = {
  title: '保温杯',
  attrs: { 容量: '500 毫升' },
  store: { id: 'own', shipHours: 48 },
  variants: [{ sku: 'CUP', now: 8640, stock: 12, spec: { 颜色: '红色' } }],
}
const ctx = (freight: number | null = 650) => ({
  ask: (what: string, data: Json): Json => {
    if (what === 'shop.listing') return (data as { sku: string }).sku === 'CUP' ? [listing] : []
    if (what === 'shop.stores') return [{ id: 'own', shipHours: 48 }]
    if (what === 'shop.price') return freight === null ? { ok: false } : { ok: true, freight }
    return what === 'shop.order' ? { parcels: [] } : null
  },
})
const says = (want: Slot, said: string, freight?: number | null): boolean | null =>
  judge({ s, ctx: ctx(freight === undefined ? 650 : freight), want, said, card: null })

test('a price is right in every way of writing it, wrong as another number, open while only a greeting was said', () => {
  const want: Slot = { slot: 'price', sku: 'CUP' }
  for (const said of ['现价 86.40 元', '86.4元', '八十六块四就是86.4', '８６．４０']) assert.equal(says(want, said), true, said)
  for (const said of ['86 元', '186.40 元', '大概 90']) assert.equal(says(want, said), false, said)
  for (const said of ['您好，在的', '稍等，我查一下']) assert.equal(says(want, said), null, said)
})

test('what was said before counts together with what is said now', () => {
  const want: Slot = { slot: 'words', need: [['七天', '7天'], ['无理由']] }
  assert.equal(says(want, '支持七天'), null)
  assert.equal(says(want, '支持七天\n无理由退货'), true)
  assert.equal(says(want, '这个问题请您看看详情页的说明吧'), false)
})

test('freight: free, by the sum, or not at all', () => {
  const want: Slot = { slot: 'freight', sku: 'CUP', quantity: 1, region: '新疆' }
  assert.equal(says(want, '运费 6.5 元'), true)
  assert.equal(says(want, '包邮哦', 0), true)
  assert.equal(says(want, '运费 6.5 元', 0), false)
  assert.equal(says(want, '抱歉，新疆送不到', null), true)
})

test('hours of sending, stock, waybill, attribute, card', () => {
  assert.equal(says({ slot: 'shipBy' }, '付款后四十八小时内发'), true)
  assert.equal(says({ slot: 'shipBy' }, '24 小时内发'), false)
  assert.equal(says({ slot: 'stock', sku: 'CUP' }, '有现货'), true)
  assert.equal(says({ slot: 'stock', sku: 'GONE' }, '抱歉，这款缺货'), true)
  assert.equal(says({ slot: 'waybill', order: 'O1' }, '还没发货呢'), true)
  assert.equal(says({ slot: 'attr', sku: 'CUP', name: '容量' }, '500毫升的'), true)
  const want: Slot = { slot: 'card', kind: 'coupon', id: 'C1' }
  assert.equal(judge({ s, ctx: ctx(), want, said: '', card: { kind: 'coupon', id: 'C1' } }), true)
  assert.equal(judge({ s, ctx: ctx(), want, said: '', card: { kind: 'coupon', id: 'C2' } }), null)
})

test('forbidden words are found in any width, and those of the question too', () => {
  assert.deepEqual(forbiddenIn(s, '可以加我微信，ＶＸ同号', []), ['加我微信', 'vx'])
  assert.deepEqual(forbiddenIn(s, '他住文一路', ['文一路']), ['文一路'])
  assert.deepEqual(forbiddenIn(s, '您好', []), [])
})
