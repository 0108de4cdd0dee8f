/** What a field for money accepts: yuan with at most two decimals. */
export const YUAN_PATTERN = '\\d{1,7}(\\.\\d{1,2})?'

/** `12.5` → 1250 分; an empty field, or one that holds no amount, is null. */
export function fenOf(text: string): number | null {
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** 1250 分 → `12.50`, as a field shows it. */
export function yuanOf(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
