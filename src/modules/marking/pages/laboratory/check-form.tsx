import { Button, Input, InputNumber } from 'antd'
import { type FormEvent, useState } from 'react'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { type Ask, MARK_STEP, checkMarks, listQueue, submitCheckMarks } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Entry = { readonly got: number | null; readonly comment: string }
type Asked = {
  readonly itemId: string
  readonly task: string
  readonly checkId: string
  readonly say: string
  readonly best: string
  readonly most: number
}
type Props = {
  readonly script: { readonly sittingId: string; readonly scriptId: string; readonly number: string }
  readonly asks: readonly Asked[]
  readonly onMarked: () => void
}

const BLANK: Entry = { got: null, comment: '' }
const keyOf = ({ itemId, checkId }: { readonly itemId: string; readonly checkId: string }) => `${itemId}.${checkId}`

/** The checks of a script that no machine can judge: a mark in halves for each, and a reason where it is not full. */
export function CheckForm({ script, asks, onMarked }: Props) {
  const words = useWords(zh, en)
  const { act, busy, refusal } = useAct(submitCheckMarks, [listQueue])
  const [entries, setEntries] = useState<Readonly<Record<string, Entry>>>({})
  const [tried, setTried] = useState(false)
  const marks = asks.flatMap(({ itemId, checkId }) => {
    const { got, comment } = entries[`${itemId}.${checkId}`] ?? BLANK
    return got === null ? [] : [{ itemId, checkId, got, comment }]
  })
  const judged = checkMarks(asks as readonly Ask[], marks)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!judged.ok) return
    const { sittingId, scriptId, number } = script
    const reply = await act({ params: { sittingId, scriptId }, body: { marks } })
    if (!reply.ok) return
    notice(fill(words.form.done, { number, total: reply.value.total / 100 }))
    onMarked()
  }
  const faults = tried && !judged.ok ? (judged.refusal.fields ?? []) : []
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      {asks.map(ask => (
        <AskField
          key={keyOf(ask)}
          ask={ask}
          entry={entries[keyOf(ask)] ?? BLANK}
          faults={faults.filter(fault => fault.path.startsWith(`${keyOf(ask)}.`))}
          onChange={entry => setEntries({ ...entries, [keyOf(ask)]: entry })}
        />
      ))}
      <RefusalNote refusal={refusal} what={words.form.refused} />
      <div className="z-mark-act">
        <span className="z-note">{words.laboratory.fixed}</span>
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.form.submit}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = {
  readonly ask: Asked
  readonly entry: Entry
  readonly faults: readonly { readonly path: string; readonly zh: string; readonly en: string }[]
  readonly onChange: (entry: Entry) => void
}

function AskField({ ask, entry, faults, onChange }: FieldProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const most = ask.most / 100
  return (
    <div className="z-criterion" role="group" aria-label={ask.say}>
      <div className="z-criterion-head">
        <strong>{ask.say}</strong>
        <span className="z-note">{fill(words.form.of, { n: most })}</span>
      </div>
      {ask.best !== '' && <p className="z-note">{fill(words.laboratory.best, { best: ask.best })}</p>}
      <InputNumber
        min={0}
        max={most}
        step={MARK_STEP / 100}
        value={entry.got === null ? null : entry.got / 100}
        onChange={value => onChange({ ...entry, got: value === null ? null : Math.round(value * 100) })}
        aria-label={`${ask.say} ${words.form.mark}`}
        inputMode="decimal"
      />
      <Input.TextArea
        value={entry.comment}
        onChange={event => onChange({ ...entry, comment: event.target.value })}
        placeholder={words.laboratory.comment}
        aria-label={`${ask.say} ${words.form.comment}`}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={500}
      />
      <div role="alert">
        {faults.map(fault => (
          <p key={fault.path} className="z-criterion-fault">
            {fault[language].replace(ask.checkId, '').trim()}
          </p>
        ))}
      </div>
    </div>
  )
}
