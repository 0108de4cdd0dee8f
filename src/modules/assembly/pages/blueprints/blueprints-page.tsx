import { useMemo } from 'react'
import { Link } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { WorkTable } from '../../../../ui/components/table/work-table.tsx'
import type { AnswerOf } from '../../../../ui/client.ts'
import { showInstant } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import { listBlueprints } from '../../contract.ts'
import { CreateBlueprint } from './create-blueprint.tsx'
import { editionText, levelText } from './place-text.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Row = AnswerOf<typeof listBlueprints>['blueprints'][number]

/** 组卷方案: every blueprint with its newest version. */
export function BlueprintsPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const columns = useMemo(() => columnsIn(language), [language])
  const read = useRead(listBlueprints, { query: {} })
  const drafts = read.data?.blueprints.filter(each => each.newest.state === 'draft').length ?? 0
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        waiting={drafts > 0 ? fill(words.waiting, { n: drafts }) : undefined}
        action={<CreateBlueprint />}
      />
      {read.isError ? (
        <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
      ) : (
        <WorkTable
          name={words.title}
          rows={read.data?.blueprints}
          columns={columns}
          keyOf={row => row.newest.blueprintId}
          searchHint={words.hint}
          empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
        />
      )}
    </>
  )
}

function columnsIn(language: Language): readonly Column<Row>[] {
  const words = { zh, en }[language]
  const stateOf = ({ newest, isUsable }: Row) => (newest.state === 'draft' && isUsable ? words.usable : words.states[newest.state])
  return [
    {
      key: 'title',
      title: words.columns.title,
      text: row => row.newest.title,
      show: row => <Link to={`/blueprints/${row.newest.blueprintId}`}>{row.newest.title}</Link>,
    },
    { key: 'version', title: words.columns.version, text: row => fill(words.number, { n: row.newest.number }) },
    {
      key: 'state',
      title: words.columns.state,
      text: stateOf,
      show: row => <StateWord tone={row.newest.state === 'approved' ? 'done' : 'waiting'}>{stateOf(row)}</StateWord>,
    },
    { key: 'level', title: words.columns.level, text: row => levelText(row.newest.place, language) },
    { key: 'part', title: words.columns.part, text: row => words.parts[row.newest.place.part] },
    { key: 'edition', title: words.columns.edition, text: row => editionText(row.newest.place), hidden: true },
    {
      key: 'at',
      title: words.columns.at,
      text: row => row.newest.editedAt,
      show: row => showInstant(instant(row.newest.editedAt), language),
    },
    { key: 'by', title: words.columns.by, text: row => row.newest.editedBy },
  ]
}
