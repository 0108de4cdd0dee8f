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
import { RUN_STATES, listRuns } from '../../contract.ts'
import { levelText } from '../blueprints/place-text.ts'
import { spentText } from '../facts/show.ts'
import { RUN_TONES, isUnderWay } from './run-tones.ts'
import { StartRun } from './start-run.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Row = AnswerOf<typeof listRuns>['runs'][number]

/** 组卷运行: every run with its outcome; a new one starts from an approved blueprint. */
export function RunsPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const columns = useMemo(() => columnsIn(language), [language])
  const read = useRead(listRuns, { query: {} }, { everySeconds: 5 })
  const open = read.data?.runs.filter(run => isUnderWay(run.state)).length ?? 0
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        waiting={open > 0 ? fill(words.waiting, { n: open }) : undefined}
        action={<StartRun />}
      />
      {read.isError ? (
        <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
      ) : (
        <WorkTable
          name={words.title}
          rows={read.data?.runs}
          columns={columns}
          keyOf={row => row.runId}
          searchHint={words.hint}
          empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
        />
      )}
    </>
  )
}

function columnsIn(language: Language): readonly Column<Row>[] {
  const words = { zh, en }[language]
  return [
    {
      key: 'title',
      title: words.columns.title,
      text: row => row.title,
      show: row => <Link to={`/assembly-runs/${row.runId}`}>{fill(words.run.version, { title: row.title, n: row.blueprintNumber })}</Link>,
    },
    {
      key: 'state',
      title: words.columns.state,
      text: row => words.states[row.state],
      show: row => <StateWord tone={RUN_TONES[row.state]}>{words.states[row.state]}</StateWord>,
      filter: { choices: RUN_STATES.map(state => ({ value: state, label: words.states[state] })), value: row => row.state },
    },
    { key: 'forms', title: words.columns.forms, text: row => row.forms, number: true },
    { key: 'level', title: words.columns.level, text: row => levelText(row.place, language) },
    { key: 'by', title: words.columns.by, text: row => row.startedBy },
    { key: 'at', title: words.columns.at, text: row => row.orderedAt, show: row => showInstant(instant(row.orderedAt), language) },
    {
      key: 'spent',
      title: words.columns.spent,
      text: row => row.progress?.milliseconds ?? 0,
      show: row => (row.progress ? spentText(row.progress.milliseconds, language) : words.certificate.none),
      number: true,
    },
  ]
}
