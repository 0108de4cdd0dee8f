import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProductDraft } from '../../slice.ts'
import type { Product } from '../view.ts'
import { EMPTY_PRODUCT, EMPTY_VARIANT, productData, productText, titleUnits } from './product-text.ts'

const VARIANT = { sku: 'QH1-A1', spec: { 颜色: '松绿' }, gtin: null, price: 12_905, listPrice: 15_000, weight: 320, stock: 45 }
const PRODUCT: Product = {
  id: 'P1',
  title: '青禾陶瓷马克杯350 毫升',
  cat: 'drink-mug',
  brand: '青禾',
  attrs: { 材质: '陶瓷', 容量: '350 毫升' },
  modules: [{ kind: '卖点', text: '杯壁厚实。' }],
  images: [{ src: 'a.webp', alt: '正面' }],
  freight: 'FT1',
  noReason: true,
  variants: [{ ...VARIANT, now: 12_905, cost: null }],
  state: 'draft',
  stateZh: '草稿',
  allowed: ['save'],
  auditNote: null,
}

test('a kept product goes through its form unchanged, and is what the command takes', () => {
  const made = productData(productText(PRODUCT))
  assert.ok(made.ok)
  const { title, cat, brand, attrs, modules, images, freight, noReason } = PRODUCT
  assert.deepEqual(made.data, { title, cat, brand, attrs, modules, images, freight, noReason, variants: [VARIANT] })
  assert.deepEqual(ProductDraft.parse(made.data), made.data)
})

test('what is no number is told with its row; what is only wrong is left to the platform', () => {
  const whole = { ...EMPTY_VARIANT, sku: 'A1', price: '0', weight: '100', stock: '5' }
  const withRow = (change: object) => productData({ ...EMPTY_PRODUCT, variants: [whole, { ...whole, ...change }] })
  assert.equal(withRow({}).ok, true)
  for (const change of [{ price: '' }, { price: '十元' }, { listPrice: '1.234' }, { weight: '1.5' }, { stock: '' }]) {
    const made = withRow(change)
    assert.ok(!made.ok && made.zh.includes('第 2 个'), JSON.stringify(change))
  }
})

test('empty modules and attributes are not sent, a nameless specification neither', () => {
  const made = productData({
    ...EMPTY_PRODUCT,
    attrs: { 材质: ' ', 容量: '1 升' },
    specs: ['', '尺码'],
    variants: [{ ...EMPTY_VARIANT, sku: 'A1', a: '红', b: '大', price: '1', weight: '1', stock: '1' }],
  })
  assert.ok(made.ok)
  const data = made.data as { attrs: object; modules: object[]; variants: { spec: object }[] }
  assert.deepEqual([data.attrs, data.modules, data.variants[0]?.spec], [{ 容量: '1 升' }, [], { 尺码: '大' }])
  assert.equal(titleUnits('青禾 AB1'), 8)
})
