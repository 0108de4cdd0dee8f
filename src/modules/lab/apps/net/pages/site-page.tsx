import { TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { sizeText } from './size-text.ts'
import { type Download, type NetProps, type Site, foldersOf } from './view.ts'
import { words } from './words.ts'

type Props = NetProps & { readonly site: Site }

/** The page of a site: what it offers for download, its sign-in. */
export function SitePage(props: Props) {
  const { site } = props
  const [saving, setSaving] = useState<Download | null>(null)
  return (
    <article className="net-site">
      <header>
        <h2>{site.title}</h2>
        <Bookmark {...props} />
      </header>
      {site.downloads.length === 0 ? (
        <p className="z-note">{words.empty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col" className="net-number">
                {words.size}
              </th>
              <th scope="col">
                <span className="z-unseen">{words.downloads}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {site.downloads.map(file => (
              <tr key={file.name} aria-current={file === saving}>
                <td>{file.name}</td>
                <td className="net-number">{sizeText(file.bytes)}</td>
                <td>
                  <button type="button" className="z-button" aria-label={`${words.save} ${file.name}`} onClick={() => setSaving(file)}>
                    {words.save}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {saving !== null && <SaveForm {...props} file={saving} onDone={() => setSaving(null)} key={saving.name} />}
      <SignIn {...props} />
    </article>
  )
}

/** Where a download goes and under which name: both are the person's choice. */
function SaveForm({ site, view, act, busy, file, onDone }: Props & { readonly file: Download; readonly onDone: () => void }) {
  const [folder, setFolder] = useState('/')
  const [name, setName] = useState(file.name)
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.download.save', { host: site.host, source: file.name, folder: folder.trim(), name: name.trim() })
    if (acted.kind === 'done') onDone()
  }
  return (
    <form className="net-form" onSubmit={event => void save(event)} aria-label={words.saveAs}>
      <p className="net-form-title">
        {words.saveAs}　<strong>{file.name}</strong>
      </p>
      <TextField
        label={words.folder}
        value={folder}
        onValue={setFolder}
        note={words.folderHint}
        pattern="/.*"
        required
        list="net-folders"
      />
      <TextField label={words.name} value={name} onValue={setName} required maxLength={120} />
      <datalist id="net-folders">
        {foldersOf(view.files).map(path => (
          <option value={path} key={path}>
            {path}
          </option>
        ))}
      </datalist>
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.save}
        </button>
        <button type="button" className="z-button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

function Bookmark({ site, act, busy, address }: Props) {
  const [folder, setFolder] = useState('')
  const add = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('net.bookmark.add', { folder: folder.trim(), title: site.title, url: address })
  }
  return (
    <details className="net-bookmark">
      <summary>{words.bookmark}</summary>
      <form onSubmit={add}>
        <TextField label={words.bookmarkFolder} value={folder} onValue={setFolder} maxLength={40} />
        <button type="submit" className="z-button" disabled={busy}>
          {words.bookmark}
        </button>
      </form>
    </details>
  )
}

function SignIn({ site, act, busy }: Props) {
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const enter = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.signIn', { host: site.host, account, password })
    if (acted.kind === 'done') setPassword('')
  }
  return (
    <details className="net-sign-in">
      <summary>{words.signIn}</summary>
      <form className="net-form" onSubmit={event => void enter(event)}>
        <TextField label={words.account} value={account} onValue={setAccount} required maxLength={80} />
        <TextField label={words.password} value={password} onValue={setPassword} kind="password" required maxLength={80} />
        <div className="lab-buttons">
          <button type="submit" className="z-button" disabled={busy}>
            {words.enter}
          </button>
        </div>
      </form>
    </details>
  )
}
