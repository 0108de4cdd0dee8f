import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { whoAmI } from '../../../identity/contract.ts'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { readCalendar } from '../../contract.ts'
import { SESSION_READERS } from '../../core/policy.ts'
import type { Calendar } from '../answers.ts'
import { calendarWaiting } from './calendar-waiting.ts'
import { DraftPanel } from './draft-panel.tsx'
import { HolidayPanel } from './holidays/holiday-panel.tsx'
import { RuleList } from './rule-list.tsx'
import { SessionTable } from './session-table.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { SchemePick, YearSwitch } from './year/year-switch.tsx'
import { NoTable, YearSheet } from './year/year-sheet.tsx'

/** 考次日历: the year by the rule, with the sessions named so far. The scheme and the year stand in the address. */
export function CalendarPage() {
  const [address, setAddress] = useSearchParams()
  const who = useRead(whoAmI, {})
  const scheme = address.get('scheme') ?? undefined
  const asked = Number(address.get('year'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2099 ? asked : undefined
  const read = useRead(readCalendar, { query: { ...(scheme && { scheme }), ...(year && { year }) } })
  const roles = who.data?.grants.map(grant => grant.role) ?? []
  const writes = roles.includes('national-officer')
  const opens = roles.some(role => SESSION_READERS.includes(role))
  const change = (part: { readonly scheme?: string; readonly year?: number }) =>
    setAddress(before => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(part)) next.set(name, String(value))
      return next
    })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.isError) return <RefusedCalendar {...read} year={year} onYear={next => change({ year: next })} />
  return <YearOf calendar={read.data} writes={writes} opens={opens} change={change} />
}

type YearProps = {
  readonly calendar: Calendar
  readonly writes: boolean
  readonly opens: boolean
  readonly change: (part: { readonly scheme?: string; readonly year?: number }) => void
}

function YearOf({ calendar, writes, opens, change }: YearProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [drafting, setDrafting] = useState<string | null>(null)
  const [entering, setEntering] = useState(false)
  const { year } = calendar
  const notice = calendar.tables.find(table => table.year === year)?.notice ?? null
  const onDraft = writes && notice !== null ? (nominal: string) => setDrafting(nominal) : undefined
  const enter = writes && (
    <Button type="primary" onClick={() => setEntering(true)}>
      {fill(words.noTable.enter, { year })}
    </Button>
  )
  return (
    <>
      <PageHead
        title={words.title}
        purpose={writes ? words.purpose : words.purposeReader}
        waiting={calendarWaiting(calendar, { words, language, writes })}
        more={writes && notice !== null && <Button onClick={() => setEntering(true)}>{words.holidays.action}</Button>}
        action={
          onDraft && (
            <Button type="primary" onClick={() => onDraft('')}>
              {words.draftSession}
            </Button>
          )
        }
      />
      <div className="z-stack">
        <Sheet
          title={<YearSwitch year={year} onYear={next => change({ year: next })} />}
          actions={<SchemePick calendar={calendar} change={change} />}
        >
          {notice === null && <NoTable year={year} action={enter} />}
          <YearSheet calendar={calendar} opens={opens} onDraft={onDraft} />
          {notice !== null && <p className="z-note z-year-notice">{fill(words.noticeOf, { notice })}</p>}
        </Sheet>
        {notice !== null && <RuleList calendar={calendar} opens={opens} onDraft={onDraft} />}
        <SessionTable calendar={calendar} opens={opens} writes={writes} />
      </div>
      {drafting !== null && <DraftPanel calendar={calendar} nominal={drafting} onClose={() => setDrafting(null)} />}
      {entering && <HolidayPanel calendar={calendar} onClose={() => setEntering(false)} />}
    </>
  )
}

type RefusedProps = {
  readonly error: { readonly told: Parameters<typeof RefusalNote>[0]['refusal'] }
  readonly refetch: () => unknown
  readonly year: number | undefined
  readonly onYear: (year: number) => void
}

/** A year the scheme does not plan, or a scheme not examined here: told, with the way to another year. */
function RefusedCalendar({ error, refetch, year, onYear }: RefusedProps) {
  const words = useWords(zh, en)
  return (
    <>
      <PageHead title={words.title} purpose={words.purposeReader} />
      <div className="z-stack">
        {year !== undefined && <YearSwitch year={year} onYear={onYear} />}
        <RefusalNote refusal={error.told} what={words.notPlanned} onRetry={() => void refetch()} />
      </div>
    </>
  )
}
