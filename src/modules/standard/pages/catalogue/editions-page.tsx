import { useMemo } from 'react'
import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import { type EditionSummary, listEditions } from '../../contract.ts'
import { listed, textOf } from '../saying/code-texts.ts'
import { levelNames } from '../saying/level-names.ts'
import { statusTone } from '../saying/status-tone.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import '../standard.css'
import '../standard-tables.css'

type Words = ReturnType<typeof useWords<typeof zh>>

/** All editions, newest first; the name opens the text. */
export function EditionsPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(listEditions, {})
  const columns = useMemo(() => columnsOf(words, language), [words, language])
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const rows = read.data?.editions.toSorted((a, b) => b.year.value - a.year.value)
  const current = rows?.find(row => row.status.value === 'inForce')
  return (
    <>
      <PageHead
        title={words.list.title}
        purpose={words.list.purpose}
        action={
          <Link className="z-button" to="/standard/compare">
            {words.list.compare}
          </Link>
        }
      />
      {current && (
        <p className="z-std-current">
          <StateWord tone="done" strong>
            <Link to={`/standard/${current.id}`}>{fill(words.list.inForce, { title: current.title.value })}</Link>
          </StateWord>
        </p>
      )}
      <WorkTable
        name="editions"
        rows={rows}
        columns={columns}
        keyOf={row => row.id}
        searchHint={words.list.search}
        empty={<EmptyState what={words.list.empty} how={words.list.emptyHow} />}
      />
    </>
  )
}

function columnsOf(words: Words, language: Language): readonly Column<EditionSummary>[] {
  const base = (row: EditionSummary) => (row.inheritsFrom === null ? '' : words.editions[row.inheritsFrom])
  return [
    {
      key: 'title',
      title: words.list.name,
      text: row => row.title.value,
      show: row => <Link to={`/standard/${row.id}`}>{row.title.value}</Link>,
    },
    { key: 'year', title: words.list.year, text: row => row.year.value, number: true },
    {
      key: 'status',
      title: words.list.status,
      text: row => textOf(row.status.value, language),
      show: row => <StateWord tone={statusTone(row.status.value)}>{textOf(row.status.value, language)}</StateWord>,
    },
    {
      key: 'levels',
      title: words.list.levels,
      text: row =>
        levelNames(
          row.levels.map(level => level.code),
          language,
        ),
    },
    {
      key: 'base',
      title: words.list.base,
      text: base,
      show: row => (row.inheritsFrom === null ? '—' : <Link to={`/standard/${row.inheritsFrom}`}>{base(row)}</Link>),
    },
    { key: 'workTypes', title: words.list.workTypes, text: row => listed(row.workTypes, language) || '—' },
  ]
}
