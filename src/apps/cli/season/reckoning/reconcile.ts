/**
 * One count of the season from up to three sides: as planted, as the people and their machines lived it, and as the server
 * counts it in its own tables. null: this side does not know.
 */
export type CountRow = {
  readonly name: string
  readonly planned: number | null
  readonly lived: number | null
  readonly server: number | null
}

/** Do the sides that know agree? */
export function agrees({ planned, lived, server }: CountRow): boolean {
  return new Set([planned, lived, server].filter(n => n !== null)).size <= 1
}

/** What a difference is told as. */
export function differenceText({ name, planned, lived, server }: CountRow): string {
  const side = (label: string, n: number | null) => (n === null ? [] : [`${label}${n}`])
  return `${name}对不上：${[...side('计划', planned), ...side('亲历', lived), ...side('服务器', server)].join('，')}`
}

/** How many of each key. */
export function countsBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** One row for each key that any side knows, in the order of the keys. */
export function rowsByKey(
  name: (key: string) => string,
  planned: Readonly<Record<string, number>>,
  lived: Readonly<Record<string, number>>,
  server: Readonly<Record<string, number>> | null,
): CountRow[] {
  const keys = [...new Set([...Object.keys(planned), ...Object.keys(lived), ...Object.keys(server ?? {})])].sort()
  return keys.map(key => ({
    name: name(key),
    planned: planned[key] ?? 0,
    lived: lived[key] ?? 0,
    server: server === null ? null : (server[key] ?? null),
  }))
}
