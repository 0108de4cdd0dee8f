import { cellText, valueColumns } from './cells.ts'
import type { BiProps, RunQuery } from './view.ts'
import { words } from './words.ts'

/** Answers to the questions so far, the newest first. */
export function Results({ view }: BiProps) {
  if (view.queries.length === 0) return <p className="bi-empty">{words.noResults}</p>
  return (
    <section className="bi-part" aria-label={words.results}>
      <h2>{words.results}</h2>
      {view.queries.toReversed().map(run => (
        <figure className="bi-result" key={run.id}>
          <figcaption>
            {run.id}　<span className="z-note">{view.tables.find(t => t.id === run.query.table)?.zh}</span>
          </figcaption>
          <ResultTable view={view} run={run} />
        </figure>
      ))}
    </section>
  )
}

export function ResultTable({ view, run }: Pick<BiProps, 'view'> & { readonly run: RunQuery }) {
  const table = view.tables.find(t => t.id === run.query.table)
  const values = valueColumns(run, view.tables)
  const groups = run.query.group.map(id => table?.columns.find(c => c.id === id)?.zh ?? id)
  return (
    <div className="bi-scroll">
      <table className="bi-table">
        <thead>
          <tr>
            {(groups.length === 0 ? [''] : groups).map(zh => (
              <th scope="col" key={zh}>
                {zh}
              </th>
            ))}
            {values.map(({ as, zh }) => (
              <th scope="col" className="bi-number" key={as}>
                {zh}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.result.map(row => (
            <tr key={row.keys.join(' ')}>
              {(row.keys.length === 0 ? [words.total] : row.keys).map((key, i) => (
                <td key={i}>{key}</td>
              ))}
              {values.map(({ as, type }) => (
                <td className="bi-number" key={as}>
                  {cellText(type, row.values[as] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
