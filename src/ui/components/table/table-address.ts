/** What a table shows, as it stands in the address bar: shareable, and kept by the back button. */
export type TableState = {
  readonly search: string
  readonly filters: Readonly<Record<string, string>>
  readonly sort: { readonly column: string; readonly down: boolean } | null
  /** From 1. */
  readonly page: number
  /** The key of the row whose panel is open. */
  readonly open: string | null
}

type Names = { readonly filters: readonly string[]; readonly columns: readonly string[] }

/** Reads the state; names that are no column of the table are passed over, so an old link never breaks a page. `prefix` tells two tables of a page apart. */
export function tableStateOf(address: URLSearchParams, names: Names, prefix = ''): TableState {
  const get = (name: string) => address.get(prefix + name) ?? ''
  const sort = /^(-?)(.+)$/.exec(get('sort'))
  const column = sort?.[2] ?? ''
  return {
    search: get('q'),
    filters: Object.fromEntries(names.filters.filter(name => get(name) !== '').map(name => [name, get(name)])),
    sort: names.columns.includes(column) ? { column, down: sort?.[1] === '-' } : null,
    page: Math.max(1, Math.floor(Number(get('page'))) || 1),
    open: get('open') || null,
  }
}

/** Writes the state into a copy of the address; whatever is at its default leaves no trace. Other parameters stay. */
export function withTableState(address: URLSearchParams, state: TableState, names: Names, prefix = ''): URLSearchParams {
  const next = new URLSearchParams(address)
  const set = (name: string, value: string) => (value === '' ? next.delete(prefix + name) : next.set(prefix + name, value))
  set('q', state.search)
  for (const name of names.filters) set(name, state.filters[name] ?? '')
  set('sort', state.sort ? (state.sort.down ? '-' : '') + state.sort.column : '')
  set('page', state.page > 1 ? String(state.page) : '')
  set('open', state.open ?? '')
  return next
}
