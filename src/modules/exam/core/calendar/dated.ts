/** Days `YYYY-MM-DD` and months `YYYY-MM` by the names of their facts. */
type Days = Readonly<Record<string, string>>
type Dated<T extends Days> = T & { readonly [K in keyof T & string as `${K}Zh`]: string }

/** The days and months a refusal names, each beside itself as a Chinese sentence writes it: `day` and `dayZh`. */
export function dated<T extends Days>(days: T): Dated<T> {
  const written = Object.entries(days).map(([name, day]) => [`${name}Zh`, dateZh(day)])
  return { ...days, ...Object.fromEntries(written) } as Dated<T>
}

/** `2026年12月13日`; a month `2026年12月`. */
function dateZh(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`
}
