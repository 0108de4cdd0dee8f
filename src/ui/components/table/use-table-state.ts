import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { type TableState, tableStateOf, withTableState } from './table-address.ts'
import type { Column } from './table-column.ts'

export type TableStateHandle = { readonly state: TableState; readonly change: (part: Partial<TableState>) => void }

/** The state of a table, kept in the address bar. Opening a row is a step of the history, so that “back” closes it; everything else replaces. */
export function useTableState<Row>(columns: readonly Column<Row>[], prefix = ''): TableStateHandle {
  const [address, setAddress] = useSearchParams()
  const names = useMemo(() => ({ filters: columns.filter(c => c.filter).map(c => c.key), columns: columns.map(c => c.key) }), [columns])
  const state = useMemo(() => tableStateOf(address, names, prefix), [address, names, prefix])
  const change = useCallback(
    (part: Partial<TableState>) => {
      const other = 'search' in part || 'filters' in part || 'sort' in part
      const rewrite = (now: URLSearchParams) =>
        withTableState(now, { ...tableStateOf(now, names, prefix), ...(other && { page: 1 }), ...part }, names, prefix)
      setAddress(rewrite, { replace: !part.open, preventScrollReset: true })
    },
    [names, prefix, setAddress],
  )
  return { state, change }
}

/** The columns a person wants to see of a named table, remembered in this browser. */
export function useChosenColumns<Row>(
  name: string,
  columns: readonly Column<Row>[],
): { readonly chosen: readonly string[]; readonly choose: (keys: readonly string[] | null) => void } {
  const place = `zh_table_${name}`
  const usual = useMemo(() => columns.filter(c => !c.hidden).map(c => c.key), [columns])
  const [kept, setKept] = useState<readonly string[] | null>(() => readKept(place))
  const choose = useCallback(
    (keys: readonly string[] | null) => {
      setKept(keys)
      if (keys) localStorage.setItem(place, JSON.stringify(keys))
      else localStorage.removeItem(place)
    },
    [place],
  )
  const known = kept?.filter(key => columns.some(c => c.key === key)) ?? []
  return { chosen: known.length > 0 ? known : usual, choose }
}

function readKept(place: string): readonly string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return Array.isArray(kept) && kept.every(key => typeof key === 'string') ? kept : null
  } catch {
    return null
  }
}

/** True while the window is narrower than so many pixels. */
export function useNarrow(px = 720): boolean {
  const query = useMemo(() => matchMedia(`(max-width: ${px - 1}px)`), [px])
  const [narrow, setNarrow] = useState(query.matches)
  useEffect(() => {
    const follow = () => setNarrow(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [query])
  return narrow
}

/** Whether the table inside an element is wider than the element: only then may it scroll sideways, because a scrolling box takes the sticky head away. */
export function useTooWide(): { readonly tooWide: boolean; readonly watch: (box: HTMLElement | null) => (() => void) | undefined } {
  const [tooWide, setTooWide] = useState(false)
  const watch = useCallback((box: HTMLElement | null) => {
    const table = box?.querySelector('table')
    if (!box || !table) return undefined
    const observer = new ResizeObserver(() => setTooWide(table.scrollWidth > box.clientWidth + 1))
    observer.observe(box)
    observer.observe(table)
    return () => observer.disconnect()
  }, [])
  return { tooWide, watch }
}
