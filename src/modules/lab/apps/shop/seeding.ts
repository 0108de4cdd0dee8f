import type { Frozen } from '../../../../kernel/brand.ts'
import type { TimerWish } from '../../core/app/lab-app.ts'
import { comingClaims } from './core/care/claims.ts'
import { orderState } from './lookup.ts'
import { type Order, type ShopConfig, type ShopSlice, seedShop } from './slice.ts'
import { orderOf, placedOf } from './core/trade/placing.ts'
import { quote } from './core/trade/pricing.ts'

type SeedOrder = ShopConfig['orders'][number]
const HOUR = 3600

/** An order that was there before the world began, at the prices of its day. Throws when the scenario's order cannot be priced. */
function seedOrder(s: ShopSlice, config: SeedOrder, start: number): Order {
  const { store, lines, coupon, address } = config
  const priced = quote(s as Frozen<ShopSlice>, {
    store,
    lines,
    coupons: coupon === null ? [] : [coupon],
    region: address.region,
    now: start,
  })
  if (!priced.ok) throw new TypeError(`scenario: shop.orders ${config.no} cannot be priced: ${priced.code}`)
  const wish = { ...config, coupons: coupon === null ? [] : [coupon] }
  const order = orderOf(placedOf(wish, priced.quote, config.no, start - config.placed * HOUR), 0)
  const at = (hours: number | null): number | null => (hours === null ? null : start - hours * HOUR)
  const shipHours = s.stores.find(o => o.id === store)?.shipHours ?? 48
  order.paidAt = at(config.paid)
  order.shipBy = order.paidAt === null ? null : order.paidAt + shipHours * HOUR
  if (config.shipped !== null) send(order, config, at)
  return order
}

function send(order: Order, config: SeedOrder, at: (hours: number | null) => number | null): void {
  const delivered = at(config.delivered)
  order.parcels = [
    {
      waybill: config.waybill ?? `ZT${order.no.replace(/\D/g, '').padStart(10, '0')}`,
      carrier: '中通快递',
      lines: order.lines.map(l => ({ sku: l.sku, quantity: l.quantity })),
      address: { ...order.address },
      at: at(config.shipped) ?? 0,
      delivered,
      seq: 0,
    },
  ]
  order.picked = true
  for (const l of order.lines)
    Object.assign(l.counters, { fulfilled: l.quantity, shipped: l.quantity, delivered: delivered === null ? 0 : l.quantity })
}

export function seedWhole(config: ShopConfig, start: number): ShopSlice {
  const slice = seedShop(config, start)
  for (const order of config.orders) slice.orders.push(seedOrder(slice, order, start))
  return slice
}

/** What is under way when the world begins: deadlines, parcels on the road, claims that will come. */
export function openingTimers(s: Frozen<ShopSlice>, start: number): readonly TimerWish[] {
  const promos = s.promos.flatMap(p =>
    p.state === 'active'
      ? [
          {
            after: Math.max(0, p.until - start),
            by: 'shop.platform',
            type: 'shop.promo.turn',
            data: { promo: p.id, to: 'end' },
            key: `${p.id}:end`,
          },
        ]
      : [],
  )
  return [...s.orders.flatMap(o => orderTimers(s, o, start)), ...promos, ...comingClaims(s)]
}

function orderTimers(s: Frozen<ShopSlice>, order: Frozen<Order>, start: number): TimerWish[] {
  const outNo = order.no
  const state = orderState(order)
  const later = (at: number): number => Math.max(60, at - start)
  if (state === 'unpaid') {
    const known = `订单 ${outNo} 未付款将自动关闭`
    return [
      {
        after: later(order.placedAt + s.closeAfter),
        by: 'shop.platform',
        type: 'shop.lapse',
        data: { outNo },
        key: `${outNo}:close`,
        known,
      },
    ]
  }
  if (state === 'toShip') {
    const known = `订单 ${outNo} 应在此前发货`
    return [
      { after: later(order.shipBy ?? start), by: 'shop.platform', type: 'shop.overdue', data: { outNo }, key: `${outNo}:ship`, known },
    ]
  }
  const moving = order.parcels.filter(p => p.delivered === null)
  const confirm = {
    by: 'shop.platform',
    type: 'shop.finished',
    data: { outNo },
    key: `${outNo}:confirm`,
    known: `订单 ${outNo} 自动确认收货`,
  }
  return [
    ...moving.map(p => ({
      after: later(p.at + s.road),
      by: 'shop.courier',
      type: 'shop.delivered',
      data: { orderNo: outNo, waybill: p.waybill },
      known: `包裹 ${p.waybill} 预计送达`,
    })),
    ...(state !== 'shipped' ? [] : [{ ...confirm, after: later((order.parcels[0]?.at ?? start) + s.confirmAfter) }]),
  ]
}
