import { fill, useWords } from '../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { Wide } from '../wide.tsx'

type Overlap = { readonly one: number; readonly other: number; readonly common: number }

/** How many items each two forms share: the largest in words, then the whole table. */
export function OverlapMatrix({ numbers, overlaps }: { readonly numbers: readonly number[]; readonly overlaps: readonly Overlap[] }) {
  const words = useWords(zh, en).overlap
  const [most] = overlaps.toSorted((a, b) => b.common - a.common)
  const commonOf = (row: number, column: number) =>
    overlaps.find(({ one, other }) => (one === row && other === column) || (one === column && other === row))?.common ?? 0
  return (
    <div className="z-stack">
      <p>{most === undefined || most.common === 0 ? words.none : fill(words.most, { one: most.one, other: most.other, n: most.common })}</p>
      <Wide name={words.title}>
        <table className="z-proof z-overlap">
          <thead>
            <tr>
              <th scope="col">{words.corner}</th>
              {numbers.map(number => (
                <th key={number} scope="col">
                  {fill(words.form, { n: number })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbers.map(row => (
              <tr key={row}>
                <th scope="row">{fill(words.form, { n: row })}</th>
                {numbers.map(column => {
                  const common = row === column ? null : commonOf(row, column)
                  return (
                    <td key={column} className={common === null ? 'z-overlap-same' : common > 0 ? 'z-overlap-some' : ''}>
                      {common ?? '—'}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </div>
  )
}
