import { Link } from 'react-router'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showCount } from '../../../../ui/format.ts'
import { useWords } from '../../../../ui/words.ts'
import { listPath } from '../shared/list-path.ts'
import type { Figures } from './figures.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly writers: Figures['writers']; readonly place: { readonly edition: string; readonly level: string } }

/** Who wrote how much, and what came of it. */
export function WritersSheet({ writers, place }: Props) {
  const words = useWords(zh, en).writers
  const rows = writers.toSorted((a, b) => b.items - a.items)
  const number = (n: number, writer: string, state?: string) =>
    n === 0 ? '0' : <Link to={listPath({ ...place, writer, state })}>{showCount(n)}</Link>
  return (
    <Sheet title={words.title}>
      {rows.length === 0 ? (
        <p className="z-note">{words.none}</p>
      ) : (
        <table className="z-figures">
          <thead>
            <tr>
              <th scope="col">{words.head.writer}</th>
              <th scope="col">{words.head.items}</th>
              <th scope="col">{words.head.operational}</th>
              <th scope="col">{words.head.returned}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ writer, items, operational, returned }) => (
              <tr key={writer}>
                <th scope="row">{writer}</th>
                <td>{number(items, writer)}</td>
                <td>{number(operational, writer, 'operational')}</td>
                <td>{number(returned, writer, 'returned')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
