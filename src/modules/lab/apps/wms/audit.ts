import type { Frozen } from '../../../../kernel/brand.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'
import type { Carton, Receipt, ReceiptLine, WmsSlice } from './slice.ts'
import { expiryOf, isNearExpiry, skuOf } from './stock.ts'

type Line = Pick<ReceiptLine, 'sku' | 'lot' | 'made' | 'quantity' | 'state'>
export type Truth = { readonly sku: string; readonly kind: string; readonly quantity: number }

/** The moment by which a delivery is judged: when it was unloaded into the receipt's hands, the shelf life runs on. */
function isOld(s: Frozen<WmsSlice>, carton: Frozen<Carton>, at: number): boolean {
  const sku = skuOf(s, carton.sku)
  return sku !== undefined && isNearExpiry(s, sku, expiryOf(sku, carton.made), at)
}

function arrivedAt(s: Frozen<WmsSlice>, receipt: Frozen<Receipt>): number {
  return s.notices.find(n => n.no === receipt.notice)?.arrivesAt ?? 0
}

/** What is really other than the notice says, article by article. Cartons that are too old count as near expiry, whole. */
export function auditOf(s: Frozen<WmsSlice>, receipt: Frozen<Receipt>): Truth[] {
  const at = arrivedAt(s, receipt)
  const lines = s.notices.find(n => n.no === receipt.notice)?.lines ?? []
  return lines.flatMap(({ sku, quantity }) => {
    const own = receipt.cartons.filter(c => c.sku === sku)
    const came = own.reduce((sum, c) => sum + c.units, 0)
    const old = own.reduce((sum, c) => (isOld(s, c, at) ? sum + c.units : sum), 0)
    const broken = own.reduce((sum, c) => (isOld(s, c, at) ? sum : sum + c.broken), 0)
    const rows: Truth[] = [
      { sku, kind: '短少', quantity: quantity - came },
      { sku, kind: '多货', quantity: came - quantity },
      { sku, kind: '破损', quantity: broken },
      { sku, kind: '临期', quantity: old },
    ]
    return rows.filter(row => row.quantity > 0)
  })
}

/** What a scan really takes from the dock: pieces that exist, how many of them are flawed, and whether the date is that of the label. */
export function truthOf(
  receipt: Frozen<Receipt>,
  line: Line,
): { readonly real: Hidden<number>; readonly flawed: Hidden<number>; readonly misdated: Hidden<boolean> } {
  const labelled = receipt.cartons.filter(c => c.sku === line.sku && c.lot === line.lot)
  const pool = labelled.length > 0 ? labelled : receipt.cartons.filter(c => c.sku === line.sku)
  const taken = receipt.lines.filter(l => l.sku === line.sku && (labelled.length === 0 || l.lot === line.lot))
  const used = (flawed: boolean): number => taken.reduce((sum, l) => sum + (flawed ? l.flawed.hidden : l.real.hidden - l.flawed.hidden), 0)
  const whole = Math.max(0, pool.reduce((sum, c) => sum + c.units - c.broken, 0) - used(false))
  const broken = Math.max(0, pool.reduce((sum, c) => sum + c.broken, 0) - used(true))
  // who calls pieces damaged takes the broken ones first, who calls them good the whole ones
  const [first, then] = line.state === 'damaged' ? [broken, whole] : [whole, broken]
  const a = Math.min(line.quantity, first)
  const b = Math.min(line.quantity - a, then)
  const misdated = labelled.length > 0 && line.made !== null && labelled.every(c => c.made !== line.made)
  return { real: hide(a + b), flawed: hide(line.state === 'damaged' ? a : b), misdated: hide(misdated) }
}

/** What somebody who counts again finds wrong with a receipt, in words. */
export function auditWords(s: Frozen<WmsSlice>, receipt: Frozen<Receipt>): string[] {
  const told = s.differences.filter(d => d.receipt === receipt.no)
  const missed = auditOf(s, receipt)
    .filter(t => !told.some(d => d.sku === t.sku && d.kind === t.kind && d.quantity === t.quantity))
    .map(t => `${t.sku} 实际${t.kind} ${t.quantity} 件，登记有误或未登记`)
  const air = receipt.lines.filter(l => l.real.hidden < l.quantity).map(l => `${l.sku} 多记 ${l.quantity - l.real.hidden} 件`)
  const dates = receipt.lines.filter(l => l.misdated.hidden).map(l => `${l.sku} 批次 ${l.lot} 的生产日期与外箱不符`)
  return [...missed, ...air, ...dates]
}
