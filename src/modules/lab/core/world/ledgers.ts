/** What must hold of money, stock, orders and certificates after every command (W8). Each gives what is wrong, or null. Apps name them as invariants. */

export type LedgerLine = { readonly currency: string; readonly amount: number }

/** Every entry of a ledger in one currency has its counter-entry: the sum is 0. */
export function ledgerFault(lines: readonly LedgerLine[]): string | null {
  const sums = new Map<string, number>()
  for (const { currency, amount } of lines) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  const wrong = [...sums].find(([, sum]) => sum !== 0)
  return wrong === undefined ? null : `the ledger of ${wrong[0]} sums to ${wrong[1]}`
}

/** 0 ≤ reserved ≤ on hand. */
export function stockFault(rows: readonly { readonly sku: string; readonly onHand: number; readonly reserved: number }[]): string | null {
  const wrong = rows.find(({ onHand, reserved }) => reserved < 0 || reserved > onHand)
  return wrong === undefined ? null : `${wrong.sku}: ${wrong.reserved} reserved of ${wrong.onHand}`
}

/** What the platform holds is what its open trades say. Amounts in 分. */
export function escrowFault(held: number, trades: readonly { readonly open: boolean; readonly held: number }[]): string | null {
  const sum = trades.reduce((n, trade) => n + (trade.open ? trade.held : 0), 0)
  return sum === held ? null : `${held} held, open trades say ${sum}`
}

export type LineCounters = {
  readonly line: string
  readonly qty: number
  readonly fulfilled: number
  readonly shipped: number
  readonly returned: number
}

/** returned ≤ shipped ≤ fulfilled ≤ qty, none below 0. */
export function countersFault(lines: readonly LineCounters[]): string | null {
  const wrong = lines.find(l => l.returned < 0 || l.returned > l.shipped || l.shipped > l.fulfilled || l.fulfilled > l.qty)
  return wrong === undefined ? null : `line ${wrong.line}: ${wrong.qty}/${wrong.fulfilled}/${wrong.shipped}/${wrong.returned}`
}

/** Every certificate was issued by one that exists; a root issues itself. */
export function issuerFault(certificates: readonly { readonly serial: string; readonly issuer: string }[]): string | null {
  const known = new Set(certificates.map(c => c.serial))
  const orphan = certificates.find(c => !known.has(c.issuer))
  return orphan === undefined ? null : `certificate ${orphan.serial} has no issuer ${orphan.issuer}`
}
