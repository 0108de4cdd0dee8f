import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { hundredths, showMarks } from '../../../kernel/marks.ts'
import { notice } from '../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../ui/words.ts'
import { CRITERIA, type Criterion, listQueue, markSheet, submitMarks } from '../contract.ts'
import { CriterionField, type CriterionEntry } from './criterion-field.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Entries = Readonly<Record<Criterion, CriterionEntry>>
const NONE: CriterionEntry = { mark: null, comment: '' }
const BLANK: Entries = { accuracy: NONE, procedure: NONE, result: NONE, conduct: NONE }

/** The script whose sheet is filled in. */
export type ScriptToMark = { readonly sittingId: string; readonly scriptId: string; readonly number: string }

/** The mark sheet of one script: four criteria, the total as it grows, faults beside their fields. */
export function MarkForm({ script, onMarked }: { readonly script: ScriptToMark; readonly onMarked: () => void }) {
  const words = useWords(zh, en).form
  const { act, busy, refusal } = useAct(submitMarks, [listQueue])
  const [entries, setEntries] = useState(BLANK)
  const [stage, setStage] = useState<'filling' | 'refused' | 'asking'>('filling')
  const draft = draftOf(entries)
  const judged = markSheet(draft)
  const faults = stage === 'refused' && !judged.ok ? (judged.refusal.fields ?? []) : []
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setStage(judged.ok ? 'asking' : 'refused')
    if (!judged.ok) document.getElementById(`${judged.refusal.fields?.[0]?.path.split('.')[0]}-mark`)?.focus()
  }
  const submit = async () => {
    setStage('filling')
    const { sittingId, scriptId, number } = script
    const reply = await act({ params: { sittingId, scriptId }, body: { sheet: draft } })
    if (!reply.ok) return
    notice(fill(words.done, { number, total: reply.value.total / 100 }))
    onMarked()
  }
  const enter = (criterion: Criterion, entry: CriterionEntry) => {
    if (stage === 'asking') setStage('filling')
    setEntries({ ...entries, [criterion]: entry })
  }
  return (
    <form onSubmit={ask} noValidate>
      {CRITERIA.map(criterion => (
        <CriterionField
          key={criterion}
          criterion={criterion}
          entry={entries[criterion]}
          faults={faults.filter(fault => fault.path.startsWith(`${criterion}.`))}
          onChange={entry => enter(criterion, entry)}
        />
      ))}
      <Total entries={entries} />
      <RefusalNote refusal={refusal} what={words.refused} />
      <MarkActs asking={stage === 'asking'} busy={busy} onYes={() => void submit()} onNo={() => setStage('filling')} />
    </form>
  )
}

/** What has been entered, as the endpoint and the core take it: criteria without a mark are left out. */
function draftOf(entries: Entries) {
  const given = CRITERIA.flatMap(criterion => {
    const { mark, comment } = entries[criterion]
    return mark === null ? [] : [[criterion, { mark, comment }] as const]
  })
  return Object.fromEntries(given) as Partial<Record<Criterion, { mark: number; comment: string }>>
}

/** Marks stand once entered, so the form asks once more; the question takes the place of the button. */
function MarkActs(props: { readonly asking: boolean; readonly busy: boolean; readonly onYes: () => void; readonly onNo: () => void }) {
  const words = useWords(zh, en).form
  if (!props.asking)
    return (
      <div className="z-mark-act">
        <Button type="primary" htmlType="submit" loading={props.busy}>
          {words.submit}
        </Button>
      </div>
    )
  return (
    <div className="z-mark-act">
      <span role="alert">{words.confirm}</span>
      <Button onClick={props.onNo}>{words.no}</Button>
      <Button type="primary" ref={focusOn} onClick={props.onYes}>
        {words.yes}
      </Button>
    </div>
  )
}

/** The button that was pressed is gone; the keyboard goes on at the one that took its place. */
function focusOn(button: HTMLElement | null): void {
  button?.focus()
}

function Total({ entries }: { readonly entries: Entries }) {
  const words = useWords(zh, en).form
  const given = CRITERIA.map(criterion => entries[criterion].mark).filter(mark => mark !== null)
  const total = hundredths(given.reduce((sum, mark) => sum + mark, 0))
  return (
    <div className="z-mark-total">
      <span>
        {words.total}
        {given.length < CRITERIA.length && <span className="z-note"> {fill(words.open, { n: CRITERIA.length - given.length })}</span>}
      </span>
      <output aria-live="polite">{showMarks(total)}</output>
    </div>
  )
}
