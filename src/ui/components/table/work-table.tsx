import { Pagination, Table } from 'antd'
import type { ReactNode } from 'react'
import { fill, useWords } from '../../words.ts'
import { EmptyState } from '../page/empty-state.tsx'
import { WaitingSkeleton } from '../page/waiting-skeleton.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { SidePanel } from './side-panel.tsx'
import { TableBar } from './table-bar.tsx'
import type { Column } from './table-column.ts'
import { pagesOf, rowsOf } from './table-rows.ts'
import { type TableStateHandle, useChosenColumns, useNarrow, useTableState, useTooWide } from './use-table-state.ts'

export type RowPanel = { readonly title: ReactNode; readonly state?: ReactNode; readonly body: ReactNode; readonly actions?: ReactNode }
export type WorkTableProps<Row> = {
  /** Names the table: for exported files, and to remember its columns. */
  readonly name: string
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined
  /** Keep this list stable between renders. The first column names the row. */
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly searchHint?: string
  readonly perPage?: number
  /** What opens beside the table when a row is chosen. */
  readonly panel?: (row: Row) => RowPanel
  /** Shown when there is no row at all: what will appear, and how. */
  readonly empty: ReactNode
  /** For rows that the server selects: its count, the state it selected by, and how to read all of them for export. */
  readonly served?: { readonly total: number; readonly handle: TableStateHandle; readonly readAll: () => Promise<readonly Row[]> }
  /** Tells two tables of one page apart in the address bar. */
  readonly prefix?: string
}

/** The working table: search and filters in the address bar, sticky head, chosen columns, export; a row opens a side panel. */
export function WorkTable<Row extends object>(props: WorkTableProps<Row>) {
  const { rows, columns, served } = props
  const own = useTableState(columns, props.prefix)
  const handle = served?.handle ?? own
  if (rows === undefined) return <WaitingSkeleton lines={6} />
  const bare = handle.state.search === '' && Object.keys(handle.state.filters).length === 0
  if (rows.length === 0 && bare) return props.empty
  return <FilledTable {...props} rows={rows} {...handle} />
}

function FilledTable<Row extends object>(props: WorkTableProps<Row> & TableStateHandle & { readonly rows: readonly Row[] }) {
  const { rows, columns, keyOf, served, state, change, panel, perPage = 20 } = props
  const { chosen, choose } = useChosenColumns(props.name, columns)
  const narrow = useNarrow()
  const kept = served ? rows : rowsOf(rows, columns, state)
  const total = served?.total ?? kept.length
  const page = Math.min(state.page, pagesOf(total, perPage))
  const shown = served ? rows : kept.slice((page - 1) * perPage, page * perPage)
  const visible = columns.filter((column, at) => at === 0 || chosen.includes(column.key))
  const body = { shown, columns: visible, keyOf, state, change, opens: panel !== undefined }
  const bar = {
    name: props.name,
    columns,
    state,
    change,
    chosen,
    choose,
    searchHint: props.searchHint,
    shown: total,
    all: served ? total : rows.length,
  }
  return (
    <div className="z-table">
      <TableBar {...bar} exported={served?.readAll ?? (() => Promise.resolve(kept))} />
      {shown.length === 0 ? <NoMatch /> : narrow ? <RowList {...body} /> : <RowTable {...body} />}
      {total > perPage && (
        <Pagination
          className="z-table-pages"
          size="small"
          current={page}
          pageSize={perPage}
          total={total}
          showSizeChanger={false}
          onChange={next => change({ page: next })}
        />
      )}
      {panel && <OpenRow rows={kept} keyOf={keyOf} open={state.open} panel={panel} onOpen={open => change({ open })} />}
    </div>
  )
}

type BodyProps<Row> = TableStateHandle & {
  readonly shown: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly opens: boolean
}

function RowTable<Row extends object>({ shown, columns, keyOf, state, change, opens }: BodyProps<Row>) {
  const { tooWide, watch } = useTooWide()
  const head = columns.map((column, at) => ({
    key: column.key,
    title: column.title,
    align: column.number ? ('right' as const) : ('left' as const),
    ...(column.width && { width: column.width }),
    sorter: column.sortable !== false,
    sortOrder: state.sort?.column !== column.key ? null : state.sort.down ? ('descend' as const) : ('ascend' as const),
    className: column.number ? 'z-number' : '',
    render: (_: unknown, row: Row) =>
      at === 0 && opens ? <RowName column={column} row={row} onOpen={() => change({ open: keyOf(row) })} /> : cell(column, row),
  }))
  return (
    <div ref={watch} className={tooWide ? 'z-rows z-rows-wide' : 'z-rows'}>
      <Table<Row>
        size="middle"
        dataSource={[...shown]}
        columns={head}
        rowKey={keyOf}
        pagination={false}
        tableLayout="auto"
        showSorterTooltip={false}
        rowClassName={row => (keyOf(row) === state.open ? 'z-row-now' : '')}
        onRow={row => (opens ? { onClick: () => change({ open: keyOf(row) }), className: 'z-row-opens' } : {})}
        onChange={(_page, _filters, sorter) => {
          const by = Array.isArray(sorter) ? sorter[0] : sorter
          change({ sort: by?.order && by.columnKey ? { column: String(by.columnKey), down: by.order === 'descend' } : null })
        }}
      />
    </div>
  )
}

/** The name of a row is a real button, so that the keyboard and screen readers can open it. */
function RowName<Row>({ column, row, onOpen }: { readonly column: Column<Row>; readonly row: Row; readonly onOpen: () => void }) {
  const words = useWords(zh, en).table
  return (
    <button
      type="button"
      className="z-row-name"
      aria-label={fill(words.open, { name: String(column.text(row)) })}
      onClick={event => {
        event.stopPropagation()
        onOpen()
      }}
    >
      {cell(column, row)}
    </button>
  )
}

/** On a phone a row is a small sheet: its name, then its facts. */
function RowList<Row>({ shown, columns, keyOf, change, opens }: BodyProps<Row>) {
  const [first, ...others] = columns
  return (
    <ul className="z-row-list">
      {shown.map(row => (
        <li key={keyOf(row)}>
          {first &&
            (opens ? (
              <RowName column={first} row={row} onOpen={() => change({ open: keyOf(row) })} />
            ) : (
              <strong>{cell(first, row)}</strong>
            ))}
          <dl>
            {others.map(column => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{cell(column, row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function cell<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.show ? column.show(row) : column.text(row)
}

function NoMatch() {
  const words = useWords(zh, en).table
  return <EmptyState what={words.none} how={words.noneNext} />
}

type OpenRowProps<Row> = {
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly open: string | null
  readonly panel: (row: Row) => RowPanel
  readonly onOpen: (key: string | null) => void
}

function OpenRow<Row>({ rows, keyOf, open, panel, onOpen }: OpenRowProps<Row>) {
  const at = open === null ? -1 : rows.findIndex(row => keyOf(row) === open)
  const row = rows[at]
  const content = row && panel(row)
  const to = (neighbour: Row | undefined) => (neighbour ? () => onOpen(keyOf(neighbour)) : undefined)
  return (
    <SidePanel
      open={content !== undefined}
      title={content?.title ?? ''}
      state={content?.state}
      actions={content?.actions}
      onClose={() => onOpen(null)}
      place={{ n: at + 1, all: rows.length, onPrevious: to(rows[at - 1]), onNext: to(rows[at + 1]) }}
    >
      {content?.body}
    </SidePanel>
  )
}
