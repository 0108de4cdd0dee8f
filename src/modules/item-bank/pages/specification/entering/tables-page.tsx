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
import '../../studio/studio.css'
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
          <Sheet title={words.list.title}>
            <Tables tables={read.data.tables} />
          </Sheet>
        )}
      </div>
    </>
  )
}

type Table = AnswerOf<typeof listSpecifications>['tables'][number]
/** Each edition with its levels that have a table, those with tables first. */
function Tables({ tables }: { readonly tables: readonly Table[] }) {
  const words = useWords(zh, en)
  const editions = placeChoices().map(edition => ({ ...edition, own: tables.filter(table => table.editionId === edition.editionId) }))
  const ordered = [...editions.filter(each => each.own.length > 0), ...editions.filter(each => each.own.length === 0)]
  return (
    <ul className="z-tables">
      {ordered.map(({ editionId, title, levels, own }) => (
        <li key={editionId}>
          <h3>{title}</h3>
          {own.length === 0 ? (
            <p className="z-note">{words.list.none}</p>
          ) : (
            <ul>
              {levels.flatMap(level =>
                own
                  .filter(table => table.level === level.level)
                  .map(table => <TableLine key={`${table.level} ${table.part}`} name={level.name} table={table} />),
              )}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function TableLine({ name, table }: { readonly name: string; readonly table: Table }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const facts = { n: table.number, points: showCount(table.points), day: showDate(dayOf(instant(table.enteredAt)), language) }
  return (
    <li>
      {table.part === 'theory' ? <Link to={`/items/specification/${table.editionId}/${table.level}`}>{name}</Link> : <span>{name}</span>}
      <span>{words.parts[table.part]}</span>
      <span className="z-note">{fill(words.list.line, facts)}</span>
    </li>
  )
}
