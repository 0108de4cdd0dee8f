import { AreaField, ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import type { InfoProps } from './view.ts'
import { words } from './words.ts'

const EMPTY = { channel: '', title: '', lead: '', body: '' }

/** 新闻发布: a release with its lead, and who printed it again. */
export function Newsroom({ view, act, busy }: InfoProps) {
  const [draft, setDraft] = useState(EMPTY)
  const put = (more: Partial<typeof EMPTY>): void => setDraft({ ...draft, ...more })
  const release = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('info.news.publish', draft)
    if (acted.kind === 'done') setDraft(EMPTY)
  }
  const channels = view.channels.map(({ id, zh }) => ({ value: id, zh }))
  return (
    <div className="info-trade">
      <form className="info-form" onSubmit={event => void release(event)} aria-label={words.release}>
        <h2>{words.release}</h2>
        <ChoiceField
          label={words.channel}
          value={draft.channel}
          onValue={channel => put({ channel })}
          choices={channels}
          empty={words.choose}
          required
        />
        <TextField label={words.headline} value={draft.title} onValue={title => put({ title })} required maxLength={40} wide />
        <AreaField
          label={words.lead}
          value={draft.lead}
          onValue={lead => put({ lead })}
          rows={3}
          note={words.leadHint}
          required
          maxLength={200}
        />
        <AreaField label={words.text} value={draft.body} onValue={body => put({ body })} rows={8} required maxLength={3000} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {words.release}
          </button>
        </div>
      </form>
      <section aria-label={words.released} className="info-posts">
        <h2>{words.released}</h2>
        {view.news.length === 0 && <p className="info-empty">{words.noNews}</p>}
        {view.news.toReversed().map(news => (
          <article className="info-post" key={news.id}>
            <h3>{news.title}</h3>
            <p className="z-note">{view.channels.find(c => c.id === news.channel)?.zh ?? news.channel}</p>
            <p>
              <strong>{news.lead}</strong>
            </p>
            <p className="info-text">{news.body}</p>
            {news.reprints.length > 0 && (
              <p className="info-right">
                {words.reprints}：{news.reprints.join('、')}
              </p>
            )}
          </article>
        ))}
      </section>
    </div>
  )
}
