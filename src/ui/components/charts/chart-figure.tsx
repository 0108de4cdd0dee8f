import type { ReactNode } from 'react'
import { useWords } from '../../words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }

/** A chart with its name and its table: what is drawn can always be read. The first column of the table is text, the others are numbers. */
export function ChartFigure({
  title,
  table,
  children,
}: {
  readonly title: string
  readonly table: ChartTable
  readonly children: ReactNode
}) {
  const words = useWords(zh, en).chart
  return (
    <figure className="z-chart">
      <figcaption>{title}</figcaption>
      {children}
      <details>
        <summary>{words.table}</summary>
        <div className="z-chart-table" role="region" aria-label={title} tabIndex={0}>
          <DataTable {...table} />
        </div>
      </details>
    </figure>
  )
}

function DataTable({ head, rows }: ChartTable) {
  return (
    <table>
      <thead>
        <tr>
          {head.map(cell => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], at) => (
          <tr key={at}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
