import { Button } from 'antd'
import { Link } from 'react-router'
import { localDate } from '../../../../kernel/local-date.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { showDay } from '../../../../ui/format.ts'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import type { SessionView } from '../../contract.ts'
import type { Calendar } from '../answers.ts'
import { SESSION_STANDINGS, sessionStanding, standingTones, standingWords } from '../session-standing.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A session with the day on which it is looked at. */
type Row = SessionView & { readonly today: string }
const columns = { zh: columnsIn('zh'), en: columnsIn('en') }
const panels = { zh: panelIn('zh'), en: panelIn('en') }

/** The sessions of the year as a table; a row opens its facts, and from there the session. */
export function SessionTable({
  calendar,
  opens,
  writes,
}: {
  readonly calendar: Calendar
  readonly opens: boolean
  readonly writes: boolean
}) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const year = calendar.year
  const planned = calendar.entries.some(entry => entry.day !== null)
  const rows = calendar.entries.flatMap(entry => entry.sessions.map(session => ({ ...session, today: calendar.today })))
  return (
    <section className="z-sessions">
      <h2>{fill(words.sessions, { year })}</h2>
      <WorkTable<Row>
        name={fill(words.sessions, { year })}
        rows={rows}
        columns={columns[language]}
        keyOf={row => row.sessionId}
        searchHint={words.table.hint}
        {...(opens && { panel: panels[language] })}
        empty={
          <Sheet>
            <EmptyState
              what={fill(words.empty.what, { year })}
              how={writes ? (planned ? words.empty.how : words.empty.howNoTable) : words.empty.howReader}
            />
          </Sheet>
        }
      />
    </section>
  )
}

function columnsIn(language: Language): readonly Column<Row>[] {
  const words = { zh, en }[language]
  const titles = words.table
  const standings = SESSION_STANDINGS.map(value => ({ value, label: standingWords[value][language] }))
  return [
    { key: 'code', title: titles.code, text: row => row.code },
    { key: 'day', title: titles.day, text: row => row.day, show: row => showDay(localDate(row.day), language) },
    { key: 'levels', title: titles.levels, text: row => levelsOf(row, language) },
    { key: 'flag', title: titles.flag, text: row => words.flags[row.flag] },
    { key: 'window', title: titles.window, text: row => windowOf(row, language) },
    {
      key: 'standing',
      title: titles.standing,
      text: row => standingWords[sessionStanding(row, row.today)][language],
      show: row => <Standing row={row} language={language} />,
      filter: { choices: standings, value: row => sessionStanding(row, row.today) },
    },
  ]
}

function panelIn(language: Language): (row: Row) => RowPanel {
  const words = { zh, en }[language]
  return row => ({
    title: row.code,
    state: <Standing row={row} language={language} />,
    body: (
      <Sheet>
        <Facts facts={factsOf(row, language)} />
      </Sheet>
    ),
    actions: (
      <Link to={`/sessions/${row.sessionId}`}>
        <Button type="primary">{words.panel.open}</Button>
      </Link>
    ),
  })
}

function factsOf(row: Row, language: Language) {
  const words = { zh, en }[language]
  const { overridden } = row
  const note =
    overridden === null
      ? words.panel.byRule
      : fill(words.panel.overridden, { day: showDay(localDate(overridden.expected), language), reason: overridden.reason })
  return [
    { label: words.table.day, value: showDay(localDate(row.day), language), note },
    { label: words.table.window, value: windowOf(row, language) },
    { label: words.table.levels, value: levelsOf(row, language) },
    { label: words.table.flag, value: words.flags[row.flag] },
    { label: words.panel.edition, value: row.editionId },
  ]
}

function Standing({ row, language }: { readonly row: Row; readonly language: Language }) {
  const standing = sessionStanding(row, row.today)
  return <StateWord tone={standingTones[standing]}>{standingWords[standing][language]}</StateWord>
}

function levelsOf({ levels }: SessionView, language: Language): string {
  return levels.map(level => level.name).join(language === 'zh' ? '、' : ', ')
}

function windowOf({ opensOn, closesOn }: SessionView, language: Language): string {
  if (opensOn === null || closesOn === null) return { zh, en }[language].panel.notPublished
  return `${opensOn}—${closesOn}`
}
