/** What a field for money accepts, for the browser: yuan with at most two decimals. */
export const YUAN_PATTERN = String.raw`\s*[¥￥]?[\d,，]{1,12}(\.\d{1,2})?\s*`

/** What was typed as 元 in 分: `129`, `129.5`, `¥1,299.00`; null for anything else. Worked out by signs, so that no cent is lost. */
export function fenOf(typed: string): number | null {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.trim().replaceAll(/[,，¥￥\s]/g, ''))
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** 分 as they are typed into a field: `1299.00`, `-1.05`. */
export function yuanText(fen: number): string {
  const [yuan, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100]
  return `${fen < 0 ? '-' : ''}${yuan}.${String(rest).padStart(2, '0')}`
}

/** A whole number that was typed, not negative; null for anything else. */
export function countOf(typed: string): number | null {
  const plain = typed.trim()
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}
