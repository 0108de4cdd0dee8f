import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { instant } from '../../../kernel/instant.ts'
import { type AnswerOf, call, type Told } from '../../../ui/client.ts'
import { Facts } from '../../../ui/components/facts/facts.tsx'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../ui/components/table/work-table.tsx'
import { showInstant } from '../../../ui/format.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../ui/words.ts'
import { listAuditEntries } from '../contract.ts'
import { actorName, eventName, factsText, factText, merged, subjectName } from './say-entry.ts'
import { useVerification } from './verify-log.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './audit.css'

type Words = ReturnType<typeof useWords<typeof zh>>
type Entry = AnswerOf<typeof listAuditEntries>['entries'][number]
const PAGE = 500

/** The audit log for auditors and the national centre: read, searched, verified. */
export function AuditPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [address, setAddress] = useSearchParams()
  const type = address.get('event') ?? ''
  const { rows, older, refusal } = useEntries(type)
  const { button, found } = useVerification()
  const columns = useMemo(() => columnsOf(words, language), [words, language])
  const choose = (event: string) => setAddress(event === '' ? {} : { event }, { replace: true })
  const types = Object.entries(words.events).map(([value, label]) => ({ value, label }))
  return (
    <div className="z-audit">
      <PageHead title={words.title} purpose={words.purpose} action={button} />
      {found}
      <RefusalNote refusal={refusal} />
      <div className="z-audit-bar">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={words.event}
          value={type}
          options={[{ value: '', label: words.all }, ...types]}
          popupMatchSelectWidth={false}
          onChange={choose}
        />
        {rows && <span className="z-note">{fill(words.shown, { n: rows.length })}</span>}
        {older}
      </div>
      <WorkTable
        name="audit"
        rows={rows}
        columns={columns}
        keyOf={entry => `${entry.chain}-${entry.seq}`}
        searchHint={words.search}
        panel={entry => panelOf(entry, words, language)}
        empty={<EmptyState what={words.empty} how={words.emptyHow} />}
      />
    </div>
  )
}

/** The newest entries of a kind, and older ones page by page as they are asked for. */
function useEntries(type: string) {
  const words = useWords(zh, en)
  const newest = useRead(listAuditEntries, { query: { type, most: PAGE } })
  const [more, setMore] = useState<{ readonly type: string; readonly pages: readonly (readonly Entry[])[] }>({ type, pages: [] })
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Told | null>(null)
  const pages = more.type === type ? more.pages : []
  const rows = newest.data && merged([newest.data.entries, ...pages])
  const last = pages.at(-1) ?? newest.data?.entries ?? []
  const readOlder = async () => {
    const before = rows?.at(-1)?.at
    if (before === undefined) return
    setBusy(true)
    const reply = await call(listAuditEntries, { query: { type, most: PAGE, before } })
    setBusy(false)
    setFailed(reply.ok ? null : reply.refusal)
    if (reply.ok) setMore({ type, pages: [...pages, reply.value.entries] })
  }
  const older = last.length === PAGE && (
    <Button type="link" size="small" disabled={busy} onClick={() => void readOlder()}>
      {words.older}
    </Button>
  )
  return { rows, older, refusal: failed ?? newest.error?.told ?? null }
}

function columnsOf(words: Words, language: Language): readonly Column<Entry>[] {
  return [
    { key: 'event', title: words.event, text: entry => eventName(entry.type, words) },
    { key: 'at', title: words.at, text: entry => entry.at, show: entry => showInstant(instant(entry.at), language) },
    { key: 'subject', title: words.subject, text: entry => subjectName(entry.subject, words) },
    { key: 'actor', title: words.actor, text: entry => actorName(entry.actor, words) },
    { key: 'facts', title: words.facts, text: entry => factsText(entry.facts, words), sortable: false },
    { key: 'place', title: words.place, text: entry => `${entry.chain}-${entry.seq}`, hidden: true },
  ]
}

function panelOf(entry: Entry, words: Words, language: Language): RowPanel {
  const facts = Object.entries(entry.facts).map(([label, value]) => ({ label, value: factText(value, words) }))
  return {
    title: eventName(entry.type, words),
    body: (
      <>
        <Sheet>
          <Facts
            facts={[
              { label: words.at, value: showInstant(instant(entry.at), language) },
              { label: words.actor, value: actorName(entry.actor, words), note: entry.actor },
              { label: words.subject, value: subjectName(entry.subject, words), note: entry.subject.id },
              { label: words.place, value: `${entry.chain}-${entry.seq}` },
              { label: words.hash, value: <code className="z-audit-hash">{entry.hash}</code> },
            ]}
          />
        </Sheet>
        <Sheet title={words.facts}>{facts.length > 0 ? <Facts facts={facts} /> : <p>{words.noFacts}</p>}</Sheet>
      </>
    ),
  }
}
