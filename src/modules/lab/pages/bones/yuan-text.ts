/** 分 as a page shows it: `123450` → `¥1,234.50`, `-5` → `-¥0.05`. */
export function yuanText(fen: number): string {
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}¥${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

/** What was typed as 元 in 分: `1,234.5` → `123450`; null when it is no amount of at most two decimals, so that the world refuses it. */
export function fenOf(typed: string): number | null {
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed.trim().replace(/[,，¥￥\s]/g, ''))
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** A whole number that was typed; null when it is none. */
export function wholeOf(typed: string): number | null {
  return /^\d{1,12}$/.test(typed.trim()) ? Number(typed.trim()) : null
}
