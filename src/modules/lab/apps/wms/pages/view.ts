import { z } from 'zod'
import type { AppPageProps } from '../../../pages/app-page.ts'

const text = z.string()
const n = z.number()
const maybe = text.nullable()
const Lines = z.array(z.object({ sku: text, quantity: n }))
const Party = z.object({ name: text, phone: text, region: text, detail: text })

const Carton = z.object({ sku: text, lot: text, made: maybe, units: n, look: text })
const ReceiptLine = z.object({
  id: text,
  sku: text,
  lot: text,
  made: maybe,
  exp: maybe,
  quantity: n,
  state: z.enum(['good', 'damaged', 'refused']),
  verdict: z.enum(['pass', 'fail']).nullable(),
  placed: n,
})
const Receipt = z.object({
  no: text,
  notice: text,
  state: text,
  stateZh: text,
  cartons: z.array(Carton),
  lines: z.array(ReceiptLine),
  differences: z.array(z.object({ sku: text, kind: text, quantity: n, note: text })),
  may: z.array(text),
})
const Task = z.object({
  id: text,
  wave: text,
  loc: text,
  sku: text,
  lot: text,
  quantity: n,
  picked: n,
  state: z.enum(['open', 'done', 'gone']),
  scanned: z.boolean(),
})
const Outbound = z.object({
  orderNo: text,
  to: Party.nullable(),
  lines: z.array(z.object({ sku: text, quantity: n, picked: n, shorted: n })),
  state: text,
  stateZh: text,
  box: maybe,
  weight: n.nullable(),
  weighed: n.nullable(),
  waybill: maybe,
  carrier: maybe,
  tasks: z.array(Task),
  may: z.array(text),
})
const Count = z.object({
  no: text,
  locs: z.array(text),
  state: text,
  stateZh: text,
  by: text,
  lines: z.array(z.object({ loc: text, sku: text, lot: text, counted: n })),
})
const Return = z.object({
  rma: text,
  orderNo: text,
  lines: Lines,
  state: text,
  stateZh: text,
  look: maybe,
  grade: maybe,
  loc: maybe,
})

/** What the warehouse's pages draw of its view; `view.test.ts` holds the app to it. */
export const WmsView = z.object({
  zones: z.array(z.object({ code: text, zh: text, keeps: z.array(text) })),
  locations: z.array(z.object({ code: text, zone: text, kind: text, cap: n, route: n, frozen: maybe, filled: n.nullable() })),
  skus: z.array(
    z.object({ sku: text, name: text, gtin: text, category: text, perCase: n, weight: n, shelfDays: n.nullable(), available: n }),
  ),
  stock: z.array(z.object({ loc: text, sku: text, lot: text, exp: maybe, on: n, reserved: n })),
  notices: z.array(z.object({ no: text, supplier: text, arrivesAt: n, state: text, lines: Lines })),
  receipts: z.array(Receipt),
  outbounds: z.array(Outbound),
  waves: z.array(z.object({ no: text, orders: z.array(text), rule: text, walked: z.array(text) })),
  handovers: z.array(z.object({ carrier: text, orders: z.array(text), count: n, at: n })),
  counts: z.array(Count),
  adjustments: z.array(z.object({ count: text, loc: text, sku: text, lot: text, by: n, reason: text, approver: text })),
  minima: z.array(z.object({ sku: text, min: n, max: n })),
  returns: z.array(Return),
  looks: z.array(z.object({ loc: text, at: n, found: z.array(z.object({ sku: text, lot: text, exp: maybe, units: n })) })),
  mail: z.array(z.object({ kind: text, about: text, text, at: n })),
  boxes: z.array(z.object({ code: text, weight: n })),
  rules: z.object({ acceptPercent: n, weightOff: n }),
})
export type WmsView = z.output<typeof WmsView>
type Receipt = z.output<typeof Receipt>
export type ReceiptLine = z.output<typeof ReceiptLine>
export type Outbound = z.output<typeof Outbound>
type PickTask = z.output<typeof Task>
export type Count = z.output<typeof Count>
export type ReturnIn = z.output<typeof Return>
export type WmsProps = AppPageProps<WmsView>

/** A sheet with the receipt it shows; a task with its order, and whether it can be done now. */
export type ReceiptProps = WmsProps & { readonly receipt: Receipt }
export type Picked = PickTask & { readonly orderNo: string; readonly canPick: boolean }
export type Room = 'board' | 'inbound' | 'orders' | 'pick' | 'pack' | 'stock' | 'count' | 'returns'
