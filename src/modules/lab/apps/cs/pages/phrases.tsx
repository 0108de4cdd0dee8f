import { useState } from '../../../../../ui/hooks.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Mark } from '../../../pages/parts/facts.tsx'
import { AreaField, TextField } from '../../../pages/parts/fields.tsx'
import type { Submit } from './ends.tsx'
import type { Desk, Phrase } from './view.ts'
import { words } from './words.ts'

/** What is kept ready: phrases, articles, people not to be let in, promised calls. */
export function Phrases(desk: Desk) {
  const { phrases, articles } = desk.view
  const [edited, setEdited] = useState<Phrase | null>(null)
  return (
    <>
      <section aria-label={words.phrases}>
        <h2>{words.phrases}</h2>
        {phrases.length === 0 && <p className="z-note">{words.noPhrases}</p>}
        <ul className="cs-list">
          {phrases.map(phrase => (
            <li key={phrase.id}>
              <strong>{phrase.key}</strong>
              <span>{phrase.text}</span>
              <button type="button" className="z-link" onClick={() => setEdited(phrase)}>
                {words.edit}
              </button>
            </li>
          ))}
        </ul>
        <PhraseForm {...desk} phrase={edited} onDone={() => setEdited(null)} key={edited?.id ?? 'new'} />
      </section>
      <section aria-label={words.articles}>
        <h2>{words.articles}</h2>
        {articles.length === 0 && <p className="z-note">{words.noArticles}</p>}
        {articles.map(({ title, text }) => (
          <article key={title}>
            <h3>{title}</h3>
            <p className="cs-article">{text}</p>
          </article>
        ))}
      </section>
      <People {...desk} />
    </>
  )
}

function PhraseForm({ phrase, onDone, ask, busy }: Desk & { readonly phrase: Phrase | null; readonly onDone: () => void }) {
  const [text, setText] = useState({ key: phrase?.key ?? '', text: phrase?.text ?? '' })
  const submit = (event: Submit): void => {
    event.preventDefault()
    void ask('cs.phrase.save', { id: phrase?.id ?? null, key: text.key.trim(), text: text.text.trim() }, () => {
      setText({ key: '', text: '' })
      onDone()
    })
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.phraseKey} maxLength={20} value={text.key} onValue={key => setText({ ...text, key })} />
      <AreaField label={words.text} rows={2} maxLength={300} value={text.text} onValue={said => setText({ ...text, text: said })} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {phrase === null ? words.add : words.save}
        </button>
        {phrase !== null && (
          <button type="button" className="z-button" onClick={onDone}>
            {words.close}
          </button>
        )}
      </div>
    </form>
  )
}

function People({ view }: Desk) {
  return (
    <>
      <section aria-label={words.callbacks}>
        <h2>{words.callbacks}</h2>
        <ul className="cs-list">
          {view.callbacks.map(({ conversation, at, done }, i) => (
            <li key={i}>
              <strong>{conversation}</strong>
              <span>{shortTime(at)}</span>
              <Mark kind={done ? 'done' : 'open'}>{done ? words.callbackDone : words.callbackWait}</Mark>
            </li>
          ))}
        </ul>
        {view.callbacks.length === 0 && <p className="z-note">{words.noCallbacks}</p>}
      </section>
      <section aria-label={words.black}>
        <h2>{words.black}</h2>
        <ul className="cs-list">
          {view.blacklist.map(({ customer, reason }) => (
            <li key={customer}>
              <strong>{customer}</strong>
              <span>{reason}</span>
            </li>
          ))}
        </ul>
        {view.blacklist.length === 0 && <p className="z-note">{words.noBlack}</p>}
      </section>
    </>
  )
}
