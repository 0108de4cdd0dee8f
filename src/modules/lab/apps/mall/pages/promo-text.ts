import { showMoney } from '../../../../../ui/format.ts'
import type { Promo, Tier } from './view.ts'

/** `9.2` for 9200 basis points: how a discount is spoken of, in tenths. */
function tenths(pay: number): string {
  return String(pay / 1000)
}

function tierText(kind: string, { min, off, pay, price, gift }: Tier): string {
  if (kind === 'discount') return `${tenths(pay)} 折`
  if (kind === 'flash') return `限时 ${showMoney(price)}`
  if (kind === 'amount') return `满 ${showMoney(min)} 减 ${showMoney(off)}`
  if (kind === 'count') return `满 ${min} 件 ${tenths(pay)} 折`
  if (kind === 'gift') return `满 ${showMoney(min)} 赠 ${gift ?? '礼品'}`
  return `套餐价 ${showMoney(price)}`
}

/** `满二百减：满 ¥200.00 减 ¥15.00`. */
export function promoText({ name, kind, tiers }: Promo): string {
  return `${name}：${tiers.map(tier => tierText(kind, tier)).join('，')}`
}
