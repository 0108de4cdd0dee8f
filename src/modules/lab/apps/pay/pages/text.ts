import { fill } from '../../../../../ui/words.ts'
import { partsOf } from '../../../pages/desktop/addresses.ts'
import { words } from './words.ts'

/** The page of one trade; shops lead their buyers there. */
export function tradeAddress(address: string, outNo: string): string {
  return new URL(`/trades/${encodeURIComponent(outNo)}`, address).href
}

/** The order an address names; null for the list. */
export function orderIn(address: string): string | null {
  const found = /^\/trades\/([^/?#]+)/.exec(partsOf(address).path)?.[1]
  return found === undefined ? null : decodeURIComponent(found)
}

/** How a trade was paid: from the balance, or by a card of which the last digits are shown. */
export function methodText(method: string): string {
  if (method === 'balance') return words.trade.methodBalance
  return /^\d{8,}$/.test(method) ? fill(words.trade.methodCard, { tail: method.slice(-4) }) : method
}
