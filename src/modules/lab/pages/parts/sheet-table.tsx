import type { ReactNode } from 'react'

export type Column = { readonly zh: string; readonly number?: boolean; readonly unseen?: boolean }
type Props = {
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  readonly empty: string
}

/** A table with its heads; on a phone it is scrolled sideways by itself. An empty one says what will stand in it. */
export function SheetTable({ label, columns, rows, empty }: Props) {
  if (rows.length === 0) return <p className="lab-empty">{empty}</p>
  return (
    <div className="lab-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ zh, number = false, unseen = false }) => (
              <th scope="col" className={number ? 'lab-figure' : ''} key={zh}>
                {unseen ? <span className="z-unseen">{zh}</span> : zh}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) => (
                <td className={columns[i]?.number === true ? 'lab-figure' : ''} key={columns[i]?.zh ?? i}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
