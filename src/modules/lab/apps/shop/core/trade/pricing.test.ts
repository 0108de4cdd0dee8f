import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { seedWhole } from '../../seeding.ts'
import { ShopConfig, type ShopSlice } from '../../slice.ts'
import { postal } from '../goods/freight.ts'
import { contrast, isGtin13, units } from '../goods/listing-rules.ts'
import { DAY, START, shop } from '../plays/small-mall.ts'
import { type QuoteOf, quote, shareOf, spread } from './pricing.ts'

const promo = (id: string, kind: string, tiers: object[], more: object = {}) => ({
  id,
  store: 'own',
  name: id,
  kind,
  tiers,
  from: START - DAY,
  until: START + DAY,
  ...more,
})
const coupon = (id: string, store: string | null, more: object) => ({
  id,
  store,
  name: id,
  total: 9,
  from: START - DAY,
  until: START + DAY,
  ...more,
})

function worldWith(more: object): Frozen<ShopSlice> {
  return seedWhole(ShopConfig.parse({ ...shop, ...more }), START) as Frozen<ShopSlice>
}

const cart = (lines: [string, number][], more: Partial<QuoteOf> = {}): QuoteOf => ({
  store: 'own',
  region: null,
  coupons: [],
  now: START,
  lines: lines.map(([sku, quantity]) => ({
    sku,
    quantity,
  })),
  ...more,
})

function priced(s: Frozen<ShopSlice>, wish: QuoteOf) {
  const done = quote(s, wish)
  return done.ok ? done.quote : assert.fail(done.code)
}

test('a reduction is split to the 分: rounded down, the rest to the dearest line', () => {
  assert.deepEqual(spread(100, [1, 1, 1]), [34, 33, 33])
  assert.deepEqual(spread(1200, [9900, 4600, 4600]), [622, 289, 289])
  assert.deepEqual(spread(7, [0, 0]), [0, 0])
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.array(fc.nat(90_000_000), { minLength: 1, maxLength: 9 }), (amount, weights) => {
      const parts = spread(amount, weights)
      const sum = parts.reduce((a, b) => a + b, 0)
      assert.equal(sum, weights.some(w => w > 0) ? amount : 0)
      assert.ok(parts.every(p => p >= 0))
    }),
  )
})

test('half a 分 is rounded up', () => {
  assert.equal(shareOf(9900, 9000), 8910)
  assert.equal(shareOf(5, 9000), 5)
  assert.equal(shareOf(15, 9000), 14)
})

test('the order of the pipeline: line price, over lines, coupon of the store, coupon of the platform, freight, points', () => {
  const s = worldWith({
    promos: [promo('P90', 'discount', [{ pay: 9000 }], { products: ['P1'] }), promo('M12', 'amount', [{ min: 20000, off: 1200 }])],
    coupons: [coupon('S10', 'own', { min: 20000, off: 1000 }), coupon('F5', null, { min: 0, off: 500 })],
  })
  const done = priced(
    s,
    cart(
      [
        ['CUP-RED', 2],
        ['TIN', 1],
      ],
      { coupons: ['F5', 'S10'], region: '浙江', points: 100 },
    ),
  )
  assert.equal(done.goods, 24400)
  assert.deepEqual(
    done.offs.map(o => [o.source, o.amount]),
    [
      ['P90', 1980],
      ['M12', 1200],
      ['S10', 1000],
      ['F5', 500],
      ['points', 100],
    ],
  )
  // goods worth 197.20 after all discounts: below the 199.00 from which they travel free; 1.2 kg is 1000 g and one step of 500 g
  assert.equal(done.freight, 600)
  assert.equal(done.total, 24400 - 1980 - 1200 - 1000 - 500 - 100 + 600)
})

test('what a coupon needs is looked for after the promotions, and a coupon that may not lie on another is refused', () => {
  const s = worldWith({
    promos: [promo('M12', 'amount', [{ min: 19800, off: 1200 }])],
    coupons: [
      coupon('S198', 'own', { min: 19800, off: 1000 }),
      coupon('S100', 'own', { min: 10000, off: 1000 }),
      coupon('LONE', null, { min: 0, off: 500, stack: false }),
    ],
  })
  assert.equal(quote(s, cart([['CUP-RED', 2]], { coupons: ['S198'] })).ok, false)
  assert.equal(quote(s, cart([['CUP-RED', 2]], { coupons: ['S100', 'LONE'] })).ok, false)
  assert.equal(priced(s, cart([['CUP-RED', 2]], { coupons: ['S100'] })).total, 19800 - 1200 - 1000)
})

test('the higher step counts; pieces, sets, gifts and flash prices', () => {
  const s = worldWith({
    promos: [
      promo(
        'STEPS',
        'amount',
        [
          { min: 9900, off: 300 },
          { min: 19800, off: 1500 },
        ],
        { products: ['P1'] },
      ),
      promo('GIFT', 'gift', [{ min: 18000, gift: 'TIN' }]),
    ],
  })
  assert.equal(priced(s, cart([['CUP-RED', 1]])).total, 9600)
  const two = priced(s, cart([['CUP-RED', 2]]))
  assert.equal(two.total, 18300)
  assert.deepEqual(two.gifts, [{ sku: 'TIN', quantity: 1 }])
  const count = worldWith({ promos: [promo('TWO', 'count', [{ min: 2, pay: 8000 }])] })
  assert.equal(
    priced(
      count,
      cart([
        ['CUP-RED', 1],
        ['TIN', 1],
      ]),
    ).total,
    11600,
  )
  const set = worldWith({ promos: [promo('SET', 'bundle', [{ price: 12000 }], { products: ['P1', 'P2'] })] })
  assert.equal(
    priced(
      set,
      cart([
        ['CUP-RED', 2],
        ['TIN', 1],
      ]),
    ).total,
    12000 + 9900,
  )
  const flash = worldWith({
    promos: [promo('FLASH', 'flash', [{ price: 5000 }], { products: ['P1'], budget: { type: 'usage', limit: 1 } })],
  })
  assert.equal(priced(flash, cart([['CUP-RED', 1]])).total, 5000)
  assert.equal(priced(flash, cart([['CUP-RED', 2]])).total, 19800, 'there is only one at this price')
})

test('the shares of the lines and the freight are the total, whatever is on', () => {
  const s = worldWith({
    promos: [
      promo('P85', 'discount', [{ pay: 8765 }]),
      promo('M', 'amount', [{ min: 5000, off: 777 }]),
      promo('N', 'count', [{ min: 3, pay: 9111 }]),
    ],
    coupons: [coupon('S', 'own', { min: 100, off: 333 }), coupon('F', null, { min: 100, off: 111 })],
  })
  const line = fc.tuple(fc.constantFrom('CUP-RED', 'CUP-BLUE', 'TIN'), fc.integer({ min: 1, max: 20 }))
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { selector: l => l[0], minLength: 1 }),
      fc.subarray(['S', 'F']),
      fc.nat(5000),
      (lines, coupons, points) => {
        const done = priced(s, cart(lines, { coupons, points, region: '新疆' }))
        const shares = done.lines.reduce((n, l) => n + l.share, 0)
        const offs = done.offs.reduce((n, o) => n + o.amount, 0)
        assert.equal(shares + done.freight, done.total)
        assert.equal(done.goods - offs, shares)
        for (const l of done.lines) assert.equal(l.unit * l.quantity - l.offs.reduce((n, o) => n + o.amount, 0), l.share)
      },
    ),
  )
})

test('freight: first and further weight by region, free from a sum on, nobody to where nobody goes', () => {
  const s = worldWith({})
  const freight = (lines: [string, number][], region: string) => priced(s, cart(lines, { region })).freight
  assert.equal(freight([['TIN', 1]], '浙江'), 500)
  assert.equal(freight([['TIN', 3]], '浙江'), 600)
  assert.equal(freight([['TIN', 3]], '新疆'), 2000)
  assert.equal(freight([['CUP-RED', 3]], '新疆'), 0)
  const away = quote(s, cart([['TIN', 1]], { region: '西藏' }))
  assert.equal(away.ok ? '' : away.code, 'E_AREA')
})

test('titles count full-width signs twice; bar codes have check digits; contrast is that of WCAG', () => {
  assert.equal(units('云栖 316'), 8)
  assert.ok(isGtin13('6901234567892'))
  assert.ok(!isGtin13('6901234567893'))
  assert.equal(contrast('#000000', '#ffffff'), 2100)
  assert.equal(contrast('#777777', '#ffffff'), 447)
  assert.equal(contrast('red', '#ffffff'), 0)
})

test('an address is written for a waybill with province and city in one field', () => {
  const of = (region: string, detail: string) => {
    const { region: r, detail: d } = postal({ name: '王芳', phone: '19900000001', region, detail })
    return `${r}|${d}`
  }
  assert.equal(of('湖南', '长沙市岳麓区麓谷大道 8 号'), '湖南省长沙市|岳麓区麓谷大道 8 号')
  assert.equal(of('新疆', '伊犁州伊宁市解放路 2 号'), '新疆维吾尔自治区伊犁州|伊宁市解放路 2 号')
  assert.equal(of('北京', '海淀区中关村大街 1 号'), '北京市|海淀区中关村大街 1 号')
  assert.equal(of('浙江省杭州市', '文一路 1 号'), '浙江省杭州市|文一路 1 号')
})
