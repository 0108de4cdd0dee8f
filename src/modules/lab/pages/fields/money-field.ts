/** What a field for money takes: yuan with at most two decimals. */
export const YUAN = String.raw`\d{1,9}(\.\d{1,2})?`

/** `1250.5` → 125050 分; null for what is no amount. */
export function readYuan(text: string): number | null {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** 125050 分 → `1250.50`, as a field shows it. */
export function yuanText(fen: number): string {
  const [whole, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100]
  return `${fen < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`
}
