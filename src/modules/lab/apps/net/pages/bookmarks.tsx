import { TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import type { NetProps } from './view.ts'
import { words } from './words.ts'

/** Home page, bookmarks by folder, what was visited last. */
export function Bookmarks(props: NetProps) {
  const { view, go } = props
  const recent = [...new Set(view.visits.toReversed().map(v => v.url))].slice(0, 8)
  const folders = [...new Set(view.bookmarks.map(b => b.folder))].toSorted()
  return (
    <div className="net-parts">
      <p className="z-note">{words.start}</p>
      <Home {...props} />
      <section aria-label={words.bookmarks}>
        <h2>{words.bookmarks}</h2>
        {view.bookmarks.length === 0 && <p className="z-note">{words.noBookmarks}</p>}
        {folders.map(folder => (
          <div key={folder}>
            {folder !== '' && <h3>{folder}</h3>}
            <ul>{view.bookmarks.map(mark => mark.folder === folder && <Mark {...props} mark={mark} key={mark.id} />)}</ul>
          </div>
        ))}
      </section>
      {recent.length > 0 && (
        <section aria-label={words.visits}>
          <h2>{words.visits}</h2>
          <ul>
            {recent.map(url => (
              <li key={url}>
                <button type="button" className="z-link" onClick={() => go(url)}>
                  {url}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Home({ view, go, act, busy }: NetProps) {
  const [url, setUrl] = useState('')
  const set = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.home.set', { url: url.trim() })
    if (acted.kind === 'done') setUrl('')
  }
  return (
    <section aria-label={words.home}>
      <h2>{words.home}</h2>
      <button type="button" className="z-link" onClick={() => go(view.home)}>
        {view.home}
      </button>
      <form className="net-line" onSubmit={event => void set(event)}>
        <TextField label={words.homeUrl} value={url} onValue={setUrl} required placeholder="http://" />
        <button type="submit" className="z-button" disabled={busy}>
          {words.setHome}
        </button>
      </form>
    </section>
  )
}

function Mark({ mark, go, act, busy }: NetProps & { readonly mark: NetProps['view']['bookmarks'][number] }) {
  const [folder, setFolder] = useState<string | null>(null)
  const move = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.bookmark.move', { id: mark.id, folder: (folder ?? '').trim() })
    if (acted.kind === 'done') setFolder(null)
  }
  return (
    <li className="net-mark">
      <button type="button" className="z-link" onClick={() => go(mark.url)}>
        {mark.title}　{mark.url}
      </button>
      {folder === null ? (
        <button type="button" className="z-link" aria-label={`${words.move} ${mark.title}`} onClick={() => setFolder(mark.folder)}>
          {words.move}
        </button>
      ) : (
        <form className="net-line" onSubmit={event => void move(event)}>
          <TextField label={words.moveTo} value={folder} onValue={setFolder} maxLength={40} />
          <button type="submit" className="z-button" disabled={busy}>
            {words.done}
          </button>
          <button type="button" className="z-button" onClick={() => setFolder(null)}>
            {words.cancel}
          </button>
        </form>
      )}
    </li>
  )
}
