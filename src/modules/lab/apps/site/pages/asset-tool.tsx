import { showBytes } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { TextField } from '../../../pages/parts/fields.tsx'
import { Said } from '../../../pages/parts/said.tsx'
import { useAsk } from '../../../pages/parts/use-ask.ts'
import { pictureOf } from './preview-html.ts'
import type { PageTool } from './view.ts'
import { words } from './words.ts'

/** 素材: pictures of the library, put into the project and, with a text for who does not see them, into the page. */
export function AssetTool({ view, project, page, flush, act, busy }: PageTool) {
  const [asset, setAsset] = useState<string | null>(null)
  const [given, setGiven] = useState({ folder: 'images', alt: '' })
  const { answer, ask, quiet } = useAsk(act)
  const wish = { project: project.id, asset, folder: given.folder.trim(), page, alt: given.alt.trim() }
  const put = async (into: string | null): Promise<void> => {
    if (into !== null && !(await flush())) return
    await ask('site.asset.insert', { ...wish, page: into }, () => setGiven({ ...given, alt: '' }))
  }
  return (
    <div className="site-tool">
      <ul className="site-assets" aria-label={words.assets}>
        {view.assets.map(a => (
          <li key={a.name}>
            <button type="button" aria-pressed={a.name === asset} onClick={() => setAsset(a.name)}>
              <img src={pictureOf(a)} alt="" width={96} height={60} />
              <strong>{a.zh}</strong>
              <span className="z-note">{a.name}</span>
              <span className="z-note">
                {a.width}×{a.height}　{showBytes(a.bytes)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <TextField
        label={words.folder}
        value={given.folder}
        onValue={folder => setGiven({ ...given, folder })}
        says={words.folderSays}
        pattern="([A-Za-z0-9_\-]+(\/[A-Za-z0-9_\-]+)*)?"
      />
      <TextField label={words.alt} value={given.alt} onValue={alt => setGiven({ ...given, alt })} note={words.altHint} maxLength={100} />
      <p className="z-note">{page === null ? words.noPage : `${words.onPage} ${page}`}</p>
      <Said answer={answer} onQuiet={quiet} busy={busy} />
      <div className="lab-buttons">
        <button
          type="button"
          className="z-button z-button-primary"
          disabled={busy || asset === null || page === null}
          onClick={() => void put(page)}
        >
          {words.insert}
        </button>
        <button type="button" className="z-button" disabled={busy || asset === null} onClick={() => void put(null)}>
          {words.onlyPut}
        </button>
      </div>
    </div>
  )
}
