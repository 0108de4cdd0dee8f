import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { timeText } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { type BiPart, Cell, type Column, parts } from './slice.ts'

/** The table that holds what was taken over from the shop. */
export const SHOP_ORDERS = 'shopOrders'
const COLUMNS: readonly Column[] = [
  { id: 'no', zh: '订单号', type: 'text' },
  { id: 'at', zh: '下单时间', type: 'time' },
  { id: 'buyer', zh: '买家', type: 'text' },
  { id: 'sku', zh: '商品编码', type: 'text' },
  { id: 'quantity', zh: '数量', type: 'count' },
  { id: 'total', zh: '订单金额', type: 'money' },
  { id: 'refund', zh: '退款金额', type: 'money' },
  { id: 'state', zh: '状态', type: 'text' },
]
/** What of a shop's order is of interest here; the rest is passed over. */
const ShopOrder = z.object({
  no: z.string(),
  buyerName: z.string(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.int() })),
  total: z.int(),
  refunded: z.int(),
  placedAt: z.int(),
  stateZh: z.string(),
})

function rowOf(order: z.output<typeof ShopOrder>): z.output<typeof Cell>[] {
  const quantity = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  const sku = order.lines.map(line => line.sku).join('、')
  return [
    order.no,
    timeText(worldTime(order.placedAt)).slice(0, 16),
    order.buyerName,
    [...sku].slice(0, 200).join(''),
    quantity,
    order.total,
    order.refunded,
    order.stateZh,
  ]
}

/** Orders of the shop of this world as a table; each pull takes the orders as they stand now, and the rules of the table stay. */
export const shopOrders: BiPart = {
  commands: {
    'orders.pull': parts.command({
      zh: '导入店铺订单',
      data: z.strictObject({ store: z.string().nullable().default(null) }),
      who: 'persona',
      refusals: ['E_NO_SHOP', 'E_EMPTY'],
      decide: (_s, { store }, ctx) => {
        if (!ctx.has('shop')) return no('E_NO_SHOP')
        const rows = z.array(ShopOrder).parse(ctx.ask('shop.orders', { store })).map(rowOf)
        return rows.length === 0 ? no('E_EMPTY') : happened('ordersPulled', { rows })
      },
    }),
  },
  events: {
    ordersPulled: parts.event({
      data: z.strictObject({ rows: z.array(z.array(Cell)) }),
      caption: ({ rows }, { who }) => `${who}导入店铺订单 ${rows.length} 条`,
      evolve: (s, { rows }) => {
        const rules = s.tables[SHOP_ORDERS]?.rules ?? []
        s.tables[SHOP_ORDERS] = {
          id: SHOP_ORDERS,
          zh: '店铺订单',
          dataset: '店铺后台',
          notes: ['金额单位为分；同一订单多件商品合并为一行。'],
          columns: COLUMNS.map(c => ({ ...c })),
          rows: rows.map((cells, i) => ({ id: `R${i + 1}`, cells: [...cells] })),
          planted: { hidden: [] },
          rules,
          opened: true,
          profiled: 0,
        }
      },
    }),
  },
  refusals: { E_NO_SHOP: '这里没有可以导入的店铺。' },
}
