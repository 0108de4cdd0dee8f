import { Button, Checkbox, Input, Popover, Select } from 'antd'
import { useRef, useState } from 'react'
import { fill, useWords } from '../../words.ts'
import { Icon } from '../mark/icon.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { TableState } from './table-address.ts'
import type { Column } from './table-column.ts'
import { TableExport } from './table-export.tsx'

export type TableBarProps<Row> = {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly state: TableState
  readonly change: (part: Partial<TableState>) => void
  readonly searchHint: string | undefined
  readonly shown: number
  readonly all: number
  readonly chosen: readonly string[]
  readonly choose: (keys: readonly string[] | null) => void
  readonly exported: () => Promise<readonly Row[]>
}

/** Above a table: search, filters, how many there are; right: columns and export. */
export function TableBar<Row>(props: TableBarProps<Row>) {
  const { columns, state, change, shown, all } = props
  const words = useWords(zh, en).table
  const narrowed = state.search !== '' || Object.keys(state.filters).length > 0
  return (
    <div className="z-table-bar">
      <SearchField value={state.search} hint={props.searchHint ?? words.search} onSearch={search => change({ search })} />
      {columns.map(
        column =>
          column.filter && (
            <Select
              key={column.key}
              className="z-table-filter"
              aria-label={column.title}
              value={state.filters[column.key] ?? ''}
              options={[
                { value: '', label: <span className="z-filter-all">{fill(words.filter, { name: column.title, value: words.all })}</span> },
                ...column.filter.choices,
              ]}
              labelRender={({ value, label }) => (value === '' ? label : fill(words.filter, { name: column.title, value: String(label) }))}
              onChange={value => change({ filters: { ...state.filters, [column.key]: value } })}
              showSearch={column.filter.searched ? { optionFilterProp: 'label' } : false}
              popupMatchSelectWidth={false}
            />
          ),
      )}
      <span className="z-table-count" aria-live="polite">
        {narrowed && shown !== all ? fill(words.countOf, { n: shown, all }) : fill(words.count, { n: all })}
        {narrowed && (
          <button type="button" className="z-link" onClick={() => change({ search: '', filters: {} })}>
            {words.clear}
          </button>
        )}
      </span>
      <span className="z-table-tools">
        <ColumnChooser {...props} />
        <TableExport name={props.name} columns={columns.filter(column => props.chosen.includes(column.key))} rows={props.exported} />
      </span>
    </div>
  )
}

type SearchFieldProps = { readonly value: string; readonly hint: string; readonly onSearch: (text: string) => void }

/** Commits after a quarter second or on leaving, and never in the middle of an input method's composition. */
function SearchField({ value, hint, onSearch }: SearchFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const type = (text: string) => {
    setDraft(text)
    clearTimeout(timer.current)
    if (!composing.current) timer.current = setTimeout(() => onSearch(text), 250)
  }
  const leave = () => {
    clearTimeout(timer.current)
    if (draft !== null && draft !== value) onSearch(draft)
    setDraft(null)
  }
  return (
    <Input
      type="search"
      className="z-table-search"
      prefix={<Icon name="search" size={16} />}
      placeholder={hint}
      aria-label={hint}
      value={draft ?? value}
      allowClear
      onChange={event => type(event.target.value)}
      onBlur={leave}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={event => {
        composing.current = false
        type(event.currentTarget.value)
      }}
    />
  )
}

function ColumnChooser<Row>({ columns, chosen, choose }: TableBarProps<Row>) {
  const words = useWords(zh, en).table
  const toggle = (key: string, on: boolean) => choose(columns.map(c => c.key).filter(k => (k === key ? on : chosen.includes(k))))
  const list = (
    <div className="z-chooser">
      {columns.map((column, at) => (
        <Checkbox
          key={column.key}
          checked={chosen.includes(column.key)}
          disabled={at === 0}
          onChange={event => toggle(column.key, event.target.checked)}
        >
          {column.title}
        </Checkbox>
      ))}
      <button type="button" className="z-link" onClick={() => choose(null)}>
        {words.columnsReset}
      </button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={list}>
      <Button type="text" icon={<Icon name="columns" size={16} />}>
        {words.columns}
      </Button>
    </Popover>
  )
}
