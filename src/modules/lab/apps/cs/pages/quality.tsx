import { useState } from '../../../../../ui/hooks.ts'
import { countOf } from '../../../pages/parts/money.ts'
import { TextField } from '../../../pages/parts/fields.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import type { Submit } from './ends.tsx'
import type { Desk, Marks, Sheet } from './view.ts'
import { words } from './words.ts'

/** Conversations of others to be judged by the leader. */
export function Quality(desk: Desk) {
  const { sheets } = desk.view
  return (
    <section aria-label={words.quality}>
      <h2>{words.quality}</h2>
      {sheets.length === 0 && <p className="lab-empty">{words.noSheets}</p>}
      {sheets.map(sheet => (
        <SheetCard {...desk} sheet={sheet} key={sheet.id} />
      ))}
    </section>
  )
}

const KEYS = Object.keys(words.marks) as (keyof Marks)[]

function SheetCard({ sheet, ask, tell, busy }: Desk & { readonly sheet: Sheet }) {
  const kept = sheet.marks
  const [text, setText] = useState<Readonly<Record<keyof Marks, string>>>({
    response: kept === null ? '' : String(kept.response),
    facts: kept === null ? '' : String(kept.facts),
    manner: kept === null ? '' : String(kept.manner),
  })
  const submit = (event: Submit): void => {
    event.preventDefault()
    const marks = KEYS.map(key => [key, countOf(text[key])] as const)
    if (marks.some(([, n]) => n === null)) return tell(trade.count)
    void ask('cs.qa.score', { sheet: sheet.id, marks: Object.fromEntries(marks) })
  }
  return (
    <article className="cs-ticket" aria-label={sheet.id}>
      <header>
        <strong>{sheet.id}</strong>
        <span className="z-note">{sheet.clerk}</span>
      </header>
      <ol>
        {sheet.lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ol>
      <form className="lab-form" onSubmit={submit}>
        {KEYS.map(key => (
          <TextField
            label={words.marks[key]}
            note={words.marksNote}
            kind="decimal"
            maxLength={1}
            value={text[key]}
            onValue={value => setText({ ...text, [key]: value })}
            key={key}
          />
        ))}
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {words.score}
          </button>
        </div>
      </form>
    </article>
  )
}
