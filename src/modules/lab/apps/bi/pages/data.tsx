import { useState } from '../../../../../ui/hooks.ts'
import { cellText, isNumeric, ruleText } from './cells.ts'
import { CleanForm } from './clean-form.tsx'
import type { Column, OnTable, Table } from './view.ts'
import { words } from './words.ts'

type Profile = {
  readonly column: string
  readonly blank: number
  readonly distinct: number
  readonly least: number | null
  readonly most: number | null
}

/** A table as it stands after its rules: the rules on the right, so that one sees what each of them did. */
export function Data(props: OnTable) {
  const { table, act, busy } = props
  const [profile, setProfile] = useState<readonly Profile[]>([])
  const look = async (): Promise<void> => {
    const acted = await act('bi.profile', { table: table.id })
    if (acted.kind === 'done') setProfile(acted.reply as readonly Profile[])
  }
  if (!table.opened)
    return (
      <div className="bi-part">
        <Notes table={table} />
        <div className="lab-buttons">
          <button
            type="button"
            className="z-button z-button-primary"
            disabled={busy}
            onClick={() => void act('bi.dataset.open', { table: table.id })}
          >
            {words.open}
          </button>
        </div>
      </div>
    )
  return (
    <div className="bi-data">
      <div className="bi-part">
        <Notes table={table} />
        <div className="lab-buttons">
          <button type="button" className="z-button" disabled={busy} onClick={() => void look()}>
            {words.profile}
          </button>
        </div>
        {profile.length > 0 && <ProfileTable table={table} profile={profile} />}
        <Rows table={table} />
      </div>
      <aside className="bi-rules" aria-label={words.clean}>
        <Rules {...props} />
        <CleanForm {...props} />
      </aside>
    </div>
  )
}

function Notes({ table }: { readonly table: Table }) {
  if (table.notes.length === 0) return null
  return (
    <ul className="bi-notes" aria-label={words.notes}>
      {table.notes.map(note => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

type Sort = { readonly column: string; readonly down: boolean } | null
type TableRow = Table['rows'][number]

/** The rows in another order, so that equal ones stand together; empty cells come first. */
function sorted({ rows, columns }: Table, sort: Sort): readonly TableRow[] {
  const at = columns.findIndex(c => c.id === sort?.column)
  const column = columns[at]
  if (sort === null || column === undefined) return rows
  const empty = isNumeric(column) ? -Infinity : ''
  const key = (row: TableRow): number | string => row.cells[at] ?? empty
  const upward = rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) === key(b) ? 0 : 1))
  return sort.down ? upward.toReversed() : upward
}

function Rows({ table }: { readonly table: Table }) {
  const [sort, setSort] = useState<Sort>(null)
  return (
    <div className="bi-scroll" role="region" aria-label={words.details} tabIndex={0}>
      <table className="bi-table">
        <thead>
          <tr>
            {table.columns.map(column => (
              <Head column={column} sort={sort} onSort={setSort} key={column.id} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(table, sort).map(row => (
            <tr key={row.id}>
              {table.columns.map((column, i) => (
                <td key={column.id} className={isNumeric(column) ? 'bi-number' : ''}>
                  {cellText(column.type, row.cells[i] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = { readonly column: Column; readonly sort: Sort; readonly onSort: (sort: Sort) => void }

/** Once upward, once downward, once as the table stands. Only the sight changes, never the data. */
function Head({ column, sort, onSort }: HeadProps) {
  const mine = sort?.column === column.id ? sort : null
  const turn = (): void => onSort(mine === null ? { column: column.id, down: false } : mine.down ? null : { ...mine, down: true })
  return (
    <th
      scope="col"
      className={isNumeric(column) ? 'bi-number' : ''}
      aria-sort={mine === null ? 'none' : mine.down ? 'descending' : 'ascending'}
    >
      <button type="button" className="bi-sort" title={words.sortBy} onClick={turn}>
        {column.zh}
        <span aria-hidden="true">{mine === null ? '' : mine.down ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  )
}

function ProfileTable({ table, profile }: { readonly table: Table; readonly profile: readonly Profile[] }) {
  return (
    <table className="bi-table" aria-label={words.profile}>
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col" className="bi-number">
            {words.blank}
          </th>
          <th scope="col" className="bi-number">
            {words.distinct}
          </th>
          <th scope="col" className="bi-number">
            {words.least}
          </th>
          <th scope="col" className="bi-number">
            {words.most}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map(column => {
          const found = profile.find(p => p.column === column.id)
          return (
            <tr key={column.id}>
              <td>{column.zh}</td>
              <td className="bi-number">{found?.blank}</td>
              <td className="bi-number">{found?.distinct}</td>
              <td className="bi-number">{cellText(column.type, found?.least ?? null)}</td>
              <td className="bi-number">{cellText(column.type, found?.most ?? null)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Rules({ table, act, busy }: OnTable) {
  return (
    <>
      <h2>{words.clean}</h2>
      {table.rules.length === 0 && <p className="z-note">{words.noRules}</p>}
      <ol className="bi-rule-list">
        {table.rules.map(({ id, rule, before, after }) => (
          <li key={id}>
            <span>{ruleText(table, rule)}</span>
            <span className="z-note">
              {before} → {after} {words.rows}
            </span>
            <button
              type="button"
              className="z-link"
              disabled={busy}
              aria-label={`${words.undo} ${ruleText(table, rule)}`}
              onClick={() => void act('bi.clean.undo', { table: table.id, id })}
            >
              {words.undo}
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
