import { sizeText } from './size-text.ts'
import type { NetProps } from './view.ts'
import { words } from './words.ts'

/** Bookmarks, what was visited last, and the files of the machine. */
export function Start({ view, go, act, busy }: NetProps) {
  const recent = [...new Set(view.visits.toReversed().map(v => v.url))].slice(0, 8)
  return (
    <div className="net-start">
      <p className="z-note">{words.start}</p>
      <section aria-label={words.bookmarks}>
        <h2>{words.bookmarks}</h2>
        <ul>
          <li>
            <button type="button" className="z-link" onClick={() => go(view.home)}>
              {words.home}　{view.home}
            </button>
          </li>
          {view.bookmarks.map(({ id, title, url }) => (
            <li key={id}>
              <button type="button" className="z-link" onClick={() => go(url)}>
                {title}　{url}
              </button>
            </li>
          ))}
        </ul>
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
      <Drive view={view} act={act} busy={busy} />
    </div>
  )
}

function Drive({ view, act, busy }: Pick<NetProps, 'view' | 'act' | 'busy'>) {
  return (
    <section aria-label={words.drive}>
      <h2>{words.drive}</h2>
      {view.files.length === 0 ? (
        <p className="z-note">{words.noFiles}</p>
      ) : (
        <table>
          <tbody>
            {view.files.map(({ id, folder, name, bytes, damaged }) => (
              <tr key={id}>
                <td>
                  {folder === '/' ? '' : `${folder}/`}
                  {name}
                  {damaged && <strong>（{words.damaged}）</strong>}
                </td>
                <td className="net-number">{sizeText(bytes)}</td>
                <td>
                  <button type="button" className="z-link" disabled={busy} onClick={() => void act('net.file.delete', { id })}>
                    {words.remove}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
