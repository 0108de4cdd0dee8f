import { Button, Checkbox, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { type AnswerOf, fetchFile } from '../../../../ui/client.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { type Provenance, ProvenanceMark } from '../../../../ui/components/mark/provenance-mark.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { save } from '../../../../ui/components/table/table-export.tsx'
import { showDate } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { exportSpecification, levelChoices, showCoverage, showSpecification } from '../../contract.ts'
import { pointsIn, rangeTree, rowsOfTree } from '../../core/specification/range-tree.ts'
import { SpecificationTable } from './specification-table.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './specification.css'

type Table = AnswerOf<typeof showSpecification>
type Place = { readonly editionId: string; readonly level: string }

/** 鉴定要素细目表 of a level as it stands, with the items at each point; made to be printed as well. */
export function SpecificationPage() {
  const { editionId = '', level = '' } = useParams()
  const words = useWords(zh, en)
  const table = useRead(showSpecification, { query: { editionId, level } })
  if (table.isPending) return <WaitingSkeleton lines={10} />
  if (table.isError && table.error.told.code === 'specification-unknown')
    return (
      <>
        <PageHead title={words.title} purpose={`${editionId} ${level}`} trail={<Link to="/items">{words.overview}</Link>} />
        <EmptyState what={words.empty.what} how={words.empty.how} />
      </>
    )
  if (table.isError) return <RefusalNote refusal={table.error.told} onRetry={() => void table.refetch()} />
  return <Shown table={table.data} place={{ editionId, level }} />
}

function Shown({ table, place }: { readonly table: Table; readonly place: Place }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const gaps = table.points.filter(point => point.operational === 0).length
  const edition = levelChoices().find(each => each.editionId === place.editionId)
  const level = edition?.levels.find(each => each.level === place.level)
  const facts = {
    edition: edition?.title ?? place.editionId,
    level: level?.name ?? place.level,
    n: table.number,
    day: showDate(dayOf(instant(table.enteredAt)), language),
  }
  return (
    <>
      <PageHead
        title={words.title}
        purpose={fill(words.purpose, facts)}
        waiting={gaps > 0 ? fill(words.gaps, { n: gaps }) : undefined}
        trail={<Link to={`/items?edition=${place.editionId}&level=${place.level}`}>{words.overview}</Link>}
        more={<Mark table={table} />}
        action={<Acts place={place} />}
      />
      <Body table={table} place={place} />
    </>
  )
}

function Acts({ place }: { readonly place: Place }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const take = async () => {
    const reply = await fetchFile(exportSpecification, { query: place })
    if (reply.ok) save(reply.value.name, reply.value.blob)
    else notice(`${words.notExported}：${reply.refusal[language]}`, 'failing')
  }
  return (
    <span className="z-specification-tools z-no-print">
      <Link to="/items/specification">{words.all}</Link>
      <Button icon={<Icon name="download" size={16} />} onClick={() => void take()}>
        {words.export}
      </Button>
      <Button icon={<Icon name="print" size={16} />} onClick={() => globalThis.print()}>
        {words.print}
      </Button>
    </span>
  )
}

function Mark({ table }: { readonly table: Table }) {
  const known = (['seed', 'public', 'reconstructed'] as const).find(each => each === table.provenance) as Provenance | undefined
  return known ? <ProvenanceMark of={known} source={table.note} /> : <span className="z-note">{table.provenance}</span>
}

function Body({ table, place }: { readonly table: Table; readonly place: Place }) {
  const words = useWords(zh, en)
  const [search, setSearch] = useState('')
  const [onlyRanges, setOnlyRanges] = useState(false)
  const coverage = useRead(showCoverage, { query: place })
  const points = useMemo(() => table.points.filter(point => holds(point, search)), [table, search])
  const tree = useMemo(() => rangeTree(points), [points])
  const rows = rowsOfTree(tree, range => !onlyRanges || range.depth < 2)
  return (
    <Sheet
      title={fill(words.count, { ranges: tree.length, points: tree.reduce((sum, range) => sum + pointsIn(range).length, 0) })}
      note={table.textbook === '' ? undefined : fill(words.textbook, { name: table.textbook })}
      actions={
        <span className="z-specification-tools z-no-print">
          <Checkbox checked={onlyRanges} onChange={event => setOnlyRanges(event.target.checked)}>
            {words.fold}
          </Checkbox>
          <Input
            type="search"
            allowClear
            aria-label={words.search}
            placeholder={words.search}
            value={search}
            onChange={event => setSearch(event.target.value)}
          />
        </span>
      }
      flush
    >
      {rows.length === 0 ? (
        <EmptyState what={words.none} how={words.noneHow} />
      ) : (
        <SpecificationTable rows={rows} areas={coverage.data?.areas ?? []} place={{ edition: place.editionId, level: place.level }} />
      )}
    </Sheet>
  )
}

/** Every word of the search stands in the code or a name of the point or of a range above it. */
function holds(point: Table['points'][number], search: string): boolean {
  const text = [point.code, point.name, ...point.ranges.map(range => range.name)].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}
