import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { showCount } from '../../../../../ui/format.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { Results } from './results.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The completeness ledger: at every arrow the numbers agree, or it says who is missing. */
export function LedgerTable({ ledger }: { readonly ledger: Results['ledger'] }) {
  const words = useWords(zh, en).ledger
  const stations: Readonly<Record<string, string>> = words.stations
  return (
    <div className="h-ledger">
      <h3>{words.title}</h3>
      <p className="z-note">{words.what}</p>
      <table className="h-table">
        <thead>
          <tr>
            {(['arrow', 'before', 'after', 'excused', 'verdict'] as const).map(column => (
              <th key={column} scope="col" className={column === 'arrow' || column === 'verdict' ? undefined : 'h-figure'}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.map(arrow => (
            <tr key={`${arrow.from} ${arrow.to}`}>
              <td>{fill(words.arrow, { from: stations[arrow.from] ?? arrow.from, to: stations[arrow.to] ?? arrow.to })}</td>
              <td className="h-figure">{showCount(arrow.before)}</td>
              <td className="h-figure">{showCount(arrow.after)}</td>
              <td className="h-figure">{fill(words.excusedN, { n: Object.values(arrow.excused).flat().length })}</td>
              <td>
                <StateWord tone={arrow.sums ? 'done' : 'failing'} sentence>
                  {arrow.sums
                    ? words.sums
                    : fill(words.wrong, { missing: arrow.unexplained.length, invented: arrow.invented.length, twice: arrow.twice.length })}
                </StateWord>
                {!arrow.sums && (
                  <span className="z-note">{[...arrow.unexplained, ...arrow.invented, ...arrow.twice].slice(0, 12).join(' ')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
