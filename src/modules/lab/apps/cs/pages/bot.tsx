import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { countOf } from '../../../pages/parts/money.ts'
import { Mark } from '../../../pages/parts/facts.tsx'
import { AreaField, TextField } from '../../../pages/parts/fields.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import type { Submit } from './ends.tsx'
import type { BotRule, Desk } from './view.ts'
import { words } from './words.ts'

/** The bot: on or off, its rules by rank, and a trial of them. */
export function Bot(desk: Desk) {
  const { rules } = desk.view
  const [edited, setEdited] = useState<BotRule | null>(null)
  const ranked = rules.toSorted((a, b) => b.priority - a.priority)
  return (
    <>
      <Switch {...desk} />
      <section aria-label={words.rules}>
        <h2>{words.rules}</h2>
        {rules.length === 0 && <p className="z-note">{words.noRules}</p>}
        <ul className="cs-list">
          {ranked.map(rule => (
            <li key={rule.id}>
              <strong>
                {rule.id}　{rule.priority}
              </strong>
              <span>
                {rule.keywords.join('、')}
                <br />
                <span className="z-note">{rule.answer}</span>
              </span>
              <button type="button" className="z-link" onClick={() => setEdited(rule)}>
                {words.edit}
              </button>
            </li>
          ))}
        </ul>
        <RuleForm {...desk} rule={edited} onDone={() => setEdited(null)} key={edited?.id ?? 'new'} />
      </section>
      <Trial {...desk} />
    </>
  )
}

function Switch({ view, ask, busy }: Desk) {
  const { on, fallback } = view.bot
  const [text, setText] = useState(fallback)
  const turn = (to: boolean): void => void ask('cs.bot.turn', { on: to, fallback: text.trim() })
  return (
    <section aria-label={words.botTitle}>
      <h2>
        {words.botTitle} <Mark kind={on ? 'done' : 'still'}>{on ? words.botOn : words.botOff}</Mark>
      </h2>
      <form
        className="lab-form"
        onSubmit={event => {
          event.preventDefault()
          turn(true)
        }}
      >
        <AreaField label={words.fallback} rows={2} maxLength={300} value={text} onValue={setText} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {on ? words.save : words.turnOn}
          </button>
          {on && (
            <button type="button" className="z-button" disabled={busy} onClick={() => turn(false)}>
              {words.turnOff}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}

function RuleForm({ rule, onDone, ask, tell, busy }: Desk & { readonly rule: BotRule | null; readonly onDone: () => void }) {
  const [text, setText] = useState({
    keywords: rule?.keywords.join('，') ?? '',
    answer: rule?.answer ?? '',
    priority: String(rule?.priority ?? 50),
  })
  const submit = (event: Submit): void => {
    event.preventDefault()
    const priority = countOf(text.priority)
    if (priority === null) return tell(trade.count)
    const keywords = text.keywords.split(/[,，、;；\s]+/).filter(word => word !== '')
    void ask('cs.bot.rule.save', { id: rule?.id ?? null, keywords, answer: text.answer.trim(), priority }, () => {
      setText({ keywords: '', answer: '', priority: '50' })
      onDone()
    })
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.keywords} value={text.keywords} onValue={keywords => setText({ ...text, keywords })} />
      <TextField
        label={words.rank}
        kind="decimal"
        maxLength={3}
        value={text.priority}
        onValue={priority => setText({ ...text, priority })}
      />
      <AreaField label={words.answer} rows={2} maxLength={300} value={text.answer} onValue={answer => setText({ ...text, answer })} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.saveRule}
        </button>
      </div>
    </form>
  )
}

type Tried = { readonly rule: string | null; readonly answer: string }

function Trial({ ask, busy }: Desk) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState<Tried | null>(null)
  const submit = (event: Submit): void => {
    event.preventDefault()
    if (text.trim() === '') return
    void ask('cs.bot.test', { text: text.trim() }, reply => setTried(reply as Tried))
  }
  return (
    <section aria-label={words.test}>
      <h2>{words.test}</h2>
      <form className="lab-form" onSubmit={submit}>
        <TextField label={words.testText} wide value={text} onValue={setText} />
        <div className="lab-buttons">
          <button type="submit" className="z-button" disabled={busy}>
            {words.test}
          </button>
        </div>
      </form>
      <p role="status">
        {tried !== null && fill(tried.rule === null ? words.testedNone : words.tested, { rule: tried.rule ?? '', answer: tried.answer })}
      </p>
    </section>
  )
}
