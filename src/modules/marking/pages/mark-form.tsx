import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { showMarks } from '../../../kernel/marks.ts'
import type { FieldFault } from '../../../kernel/result.ts'
import { notice } from '../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../ui/words.ts'
import { CRITERIA, type Criterion, listQueue, markSheet, submitMarks } from '../contract.ts'
import { CriterionField, type CriterionEntry } from './criterion-field.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Entries = Readonly<Record<Criterion, CriterionEntry>>
const BLANK: Entries = { accuracy: { mark: null, comment: '' }, procedure: { mark: null, comment: '' }, result: { mark: null, comment: '' }, conduct: { mark: null, comment: '' } }

/** What has been entered, as the endpoint and the core take it: criteria without a mark are left out. */
function draftOf(entries: Entries) {
  const given = CRITERIA.flatMap(criterion => {
    const { mark, comment } = entries[criterion]
    return mark === null ? [] : [[criterion, { mark, comment }] as const]
  })
  return Object.fromEntries(given) as Partial<Record<Criterion, { mark: number; comment: string }>>
}

/** The mark sheet of one script: four criteria, the total as it grows, faults beside their fields. */
export function MarkForm({ script, onMarked }: { readonly script: { readonly sittingId: string; readonly scriptId: string; readonly number: string }; readonly onMarked: () => void }) {
  const words = useWords(zh, en).form
  const { act, busy, refusal } = useAct(submitMarks, [listQueue])
  const [entries, setEntries] = useState(BLANK)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const draft = draftOf(entries)
  const judged = markSheet(draft)
  const faults: readonly FieldFault[] = tried && !judged.ok ? (judged.refusal.fields ?? []) : []
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setAsking(judged.ok)
    if (!judged.ok) document.getElementById(`${judged.refusal.fields?.[0]?.path.split('.')[0]}-mark`)?.focus()
  }
  const submit = async () => {
    setAsking(false)
    const reply = await act({ params: { sittingId: script.sittingId, scriptId: script.scriptId }, body: { sheet: draft } })
    if (!reply.ok) return
    notice(fill(words.done, { number: script.number, total: reply.value.total / 100 }))
    onMarked()
  }
  return (
    <form onSubmit={ask} noValidate>
      {CRITERIA.map(criterion => (
        <CriterionField
          key={criterion}
          criterion={criterion}
          entry={entries[criterion]}
          faults={faults.filter(fault => fault.path.startsWith(`${criterion}.`))}
          onChange={entry => {
            setAsking(false)
            setEntries({ ...entries, [criterion]: entry })
          }}
        />
      ))}
      <Total entries={entries} />
      <RefusalNote refusal={refusal} what={words.refused} />
      <div className="z-mark-act">
        {asking ? (
          <>
            <span role="alert">{words.confirm}</span>
            <Button onClick={() => setAsking(false)}>{words.no}</Button>
            <Button type="primary" autoFocus onClick={() => void submit()}>
              {words.yes}
            </Button>
          </>
        ) : (
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.submit}
          </Button>
        )}
      </div>
    </form>
  )
}

function Total({ entries }: { readonly entries: Entries }) {
  const words = useWords(zh, en).form
  const given = CRITERIA.map(criterion => entries[criterion].mark).filter(mark => mark !== null)
  const total = given.reduce((sum, mark) => sum + mark, 0)
  return (
    <div className="z-mark-total">
      <span>
        {words.total}
        {given.length < CRITERIA.length && <span className="z-note"> {fill(words.open, { n: CRITERIA.length - given.length })}</span>}
      </span>
      <output aria-live="polite">{showMarks(total as never)}</output>
    </div>
  )
}
