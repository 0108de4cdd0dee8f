/** `129`, `129.5`, `1,299.00` in 元 → 分; null for anything else. Worked out by signs, so that no cent is lost. */
export function fenOf(text: string): number | null {
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(/[,，¥\s]/g, ''))
  if (found === null) return null
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** 分 as they are typed into a field: `129.00`. */
export function yuanText(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** A whole number that is not negative; null for anything else. */
export function countOf(text: string): number | null {
  const plain = text.trim()
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}
