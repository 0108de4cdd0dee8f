import { useState } from '../../../../../ui/hooks.ts'
import { CollectForm } from './collect-form.tsx'
import type { Collecting, Hit, WebPage } from './view.ts'
import { words } from './words.ts'

type Props = Collecting & { readonly reading: string | null; readonly onReading: (url: string | null) => void }

/** Searching on the left, the row of the collection sheet on the right, so that one writes down what one reads. */
export function Search(props: Props) {
  const page = props.view.opened.find(p => p.url === props.reading)
  return (
    <div className="info-search">
      <div className="info-results">
        <SearchBox {...props} />
        {page === undefined ? <Results {...props} /> : <Reading {...props} page={page} />}
      </div>
      <aside aria-label={words.collect}>
        <CollectForm {...props} />
      </aside>
    </div>
  )
}

function SearchBox({ view, act, busy, onReading, onOpen }: Props) {
  const [q, setQ] = useState(view.search?.q ?? '')
  const ask = async (text: string): Promise<void> => {
    setQ(text)
    if (/^https?:\/\/\S+$/.test(text)) return onOpen(text)
    const acted = await act('info.search', { q: text })
    if (acted.kind === 'done') onReading(null)
  }
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void ask(q.trim())
  }
  const past = [...new Set(view.history.toReversed())].filter(old => old !== view.search?.q).slice(0, 5)
  return (
    <div className="info-box">
      <form role="search" onSubmit={submit}>
        <input
          type="search"
          aria-label={words.ask}
          placeholder={words.ask}
          value={q}
          maxLength={200}
          autoComplete="off"
          onInput={event => setQ((event.target as HTMLInputElement).value)}
        />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.search}
        </button>
      </form>
      <div className="info-box-below">
        <details>
          <summary>{words.syntax}</summary>
          <dl>
            {words.syntaxes.map(([sign, says]) => (
              <div key={sign}>
                <dt>
                  <code>{sign}</code>
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </details>
        {past.length > 0 && (
          <p>
            <span className="z-note">{words.history}</span>
            {past.map(old => (
              <button type="button" className="z-link" key={old} onClick={() => void ask(old)}>
                {old}
              </button>
            ))}
          </p>
        )}
      </div>
    </div>
  )
}

function Results({ view, onOpen }: Props) {
  if (view.search === null) return <p className="info-empty">{words.firstSearch}</p>
  const { hits } = view.search
  if (hits.length === 0) return <p className="info-empty">{words.noHits}</p>
  return (
    <>
      <p className="z-note" role="status">
        {hits.length} {words.hits}
      </p>
      <HitList hits={hits} opened={view.opened} onOpen={onOpen} />
    </>
  )
}

type HitListProps = { readonly hits: readonly Hit[]; readonly opened: readonly WebPage[]; readonly onOpen: (url: string) => void }

/** Pages found, each with the first words of it. */
export function HitList({ hits, opened, onOpen }: HitListProps) {
  return (
    <ol className="info-hits">
      {hits.map(({ url, title, day, filetype, snippet }) => (
        <li key={url}>
          <button
            type="button"
            className={opened.some(p => p.url === url) ? 'info-hit info-hit-seen' : 'info-hit'}
            onClick={() => onOpen(url)}
          >
            {filetype !== 'html' && <span className="info-type">{filetype.toUpperCase()}</span>}
            {title}
          </button>
          <p>{snippet}…</p>
          <p className="info-where">
            {url}　{day}
          </p>
        </li>
      ))}
    </ol>
  )
}

function Reading({ view, page, act, busy, draft, onDraft, onReading }: Props & { readonly page: WebPage }) {
  const kept = view.snapshots.some(s => s.url === page.url)
  return (
    <article className="info-page">
      <p className="info-page-bar">
        <button type="button" className="z-link" onClick={() => onReading(null)}>
          {words.back}
        </button>
        <button type="button" className="z-link" disabled={busy || kept} onClick={() => void act('info.snapshot', { url: page.url })}>
          {kept ? words.snapped : words.snapshot}
        </button>
        <button type="button" className="z-link" onClick={() => onDraft({ ...draft, url: page.url })}>
          {words.cite}
        </button>
      </p>
      <p className="info-where">{page.url}</p>
      <h2>{page.title}</h2>
      <p className="z-note">
        {words.published} {page.day}
        {page.filetype !== 'html' && <span className="info-type">{page.filetype.toUpperCase()}</span>}
      </p>
      <p className="info-text">{page.text}</p>
    </article>
  )
}
