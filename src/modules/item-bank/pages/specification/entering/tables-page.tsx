import { Link } from 'react-router'
import { dayOf, instant } from '../../../../../kernel/instant.ts'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { showCount, showDate } from '../../../../../ui/format.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { listSpecifications, placeChoices } from '../../../contract.ts'
import { EnteringPart } from './entering-part.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../../item-bank.css'
import '../specification.css'
import './entering.css'

/** 细目表 of every edition and level; for the national centre also the way to enter one. */
export function SpecificationTablesPage({ mayEnter }: { readonly mayEnter: boolean }) {
  const words = useWords(zh, en)
  const read = useRead(listSpecifications, {})
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} trail={<Link to="/items">{words.overview}</Link>} />
      <div className="z-stack">
        {mayEnter && <EnteringPart />}
        {read.isError && <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />}
        {read.isPending && <WaitingSkeleton lines={6} />}
        {read.data && (
          <Sheet title={words.list.title} flush>
            <Tables tables={read.data.tables} />
          </Sheet>
        )}
      </div>
    </>
  )
}

type Table = AnswerOf<typeof listSpecifications>['tables'][number]
const PLACES = placeChoices().flatMap(edition =>
  edition.levels.map(level => ({ ...level, editionId: edition.editionId, title: edition.title })),
)

/** Every level of every edition, with its tables or that it has none. */
function Tables({ tables }: { readonly tables: readonly Table[] }) {
  const words = useWords(zh, en)
  const heads = [words.list.edition, words.list.level, words.list.part, words.list.number, words.list.points, words.list.at]
  return (
    <div className="z-specification-frame">
      <table className="z-specification z-specification-list">
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at === 4 ? 'z-number' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PLACES.map(place => {
            const own = tables.filter(table => table.editionId === place.editionId && table.level === place.level)
            return own.length === 0 ? (
              <tr key={`${place.editionId} ${place.level}`}>
                <td>{place.title}</td>
                <td>{place.name}</td>
                <td colSpan={4} className="z-note">
                  {words.list.none}
                </td>
              </tr>
            ) : (
              own.map(table => <TableRow key={`${table.editionId} ${table.level} ${table.part}`} place={place} table={table} />)
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function TableRow({ place, table }: { readonly place: (typeof PLACES)[number]; readonly table: Table }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const number = fill(words.list.numberOf, { n: table.number })
  return (
    <tr>
      <td>{place.title}</td>
      <td>{place.name}</td>
      <td>{words.parts[table.part]}</td>
      <td>{table.part === 'theory' ? <Link to={`/items/specification/${table.editionId}/${table.level}`}>{number}</Link> : number}</td>
      <td className="z-number">{showCount(table.points)}</td>
      <td>{showDate(dayOf(instant(table.enteredAt)), language)}</td>
    </tr>
  )
}
