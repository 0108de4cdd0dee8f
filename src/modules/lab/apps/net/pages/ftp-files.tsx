import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { sizeText } from './size-text.ts'
import type { DriveFile, Server, Tool } from './view.ts'
import { words } from './words.ts'

type Props = Tool & { readonly server: Server }

/** Both sides of a transfer. The folder that is open on the server is where uploads go. */
export function FtpFiles(props: Props) {
  const { server } = props
  const [folder, setFolder] = useState(server.folders[0]?.path ?? '/')
  return (
    <div className="net-two">
      <Local {...props} folder={folder} />
      <Remote {...props} folder={folder} onFolder={setFolder} />
    </div>
  )
}

function Local(props: Props & { readonly folder: string }) {
  const { files } = props.view
  return (
    <section aria-label={words.local}>
      <h2>{words.local}</h2>
      {files.length === 0 && <p className="z-note">{words.noFiles}</p>}
      <ul className="net-rows">
        {files.map(file => (
          <Upload {...props} file={file} key={`${file.id}-${file.name}`} />
        ))}
      </ul>
    </section>
  )
}

/** A file goes up under its own name unless another is written. */
function Upload({ file, folder, act, busy }: Props & { readonly file: DriveFile; readonly folder: string }) {
  const [name, setName] = useState(file.name)
  const put = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('net.ftp.put', { file: file.id, folder, name: name.trim() })
  }
  return (
    <li>
      <span>
        {file.folder === '/' ? '' : file.folder}/{file.name} <span className="z-note">{sizeText(file.bytes)}</span>
      </span>
      <form onSubmit={put}>
        <label>
          <span className="z-unseen">{`${words.name} ${file.name}`}</span>
          <input value={name} required maxLength={120} onInput={event => setName((event.target as HTMLInputElement).value)} />
        </label>
        <button type="submit" className="z-button" disabled={busy} aria-label={`${words.upload} ${file.name}`}>
          {words.upload} →
        </button>
      </form>
    </li>
  )
}

function Remote(props: Props & { readonly folder: string; readonly onFolder: (folder: string) => void }) {
  const { server, folder, onFolder } = props
  const here = server.files.filter(file => file.folder === folder)
  const used = server.files.reduce((sum, file) => sum + file.bytes, 0)
  const choices = server.folders.map(({ path, write }) => ({ value: path, zh: write ? path : `${path}（${words.readOnly}）` }))
  return (
    <section aria-label={words.remote}>
      <h2>
        {words.remote}{' '}
        <span className="z-note">
          {words.quota} {sizeText(used)} / {sizeText(server.quota)}
        </span>
      </h2>
      <ChoiceField label={words.folder} value={folder} onValue={onFolder} choices={choices} />
      {here.length === 0 && <p className="z-note">{words.remoteEmpty}</p>}
      <ul className="net-rows">
        {here.map(file => (
          <RemoteFile {...props} file={file} key={file.name} />
        ))}
      </ul>
      <MakeFolder {...props} onMade={onFolder} key={folder} />
    </section>
  )
}

function RemoteFile(props: Props & { readonly file: Server['files'][number] }) {
  const { file, act, busy } = props
  const [asked, setAsked] = useState<'get' | 'rename' | null>(null)
  const { folder, name } = file
  return (
    <li>
      <span>
        {name} <span className="z-note">{`${sizeText(file.bytes)}，${file.mode === 'text' ? words.text : words.binary}`}</span>
      </span>
      {asked === null ? (
        <div className="lab-buttons">
          <button type="button" className="z-link" aria-label={`${words.fetch} ${name}`} onClick={() => setAsked('get')}>
            {words.fetch}
          </button>
          <button type="button" className="z-link" aria-label={`${words.rename} ${name}`} onClick={() => setAsked('rename')}>
            {words.rename}
          </button>
          <button
            type="button"
            className="z-link"
            disabled={busy}
            aria-label={`${words.remove} ${name}`}
            onClick={() => void act('net.ftp.delete', { folder, name })}
          >
            {words.remove}
          </button>
        </div>
      ) : (
        <RemoteForm {...props} kind={asked} onDone={() => setAsked(null)} />
      )}
    </li>
  )
}

type RemoteFormProps = Props & { readonly file: Server['files'][number]; readonly kind: 'get' | 'rename'; readonly onDone: () => void }

function RemoteForm({ file: { folder, name }, kind, act, busy, onDone }: RemoteFormProps) {
  const [text, setText] = useState(kind === 'get' ? '/' : name)
  const send = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const said = text.trim()
    const data = kind === 'get' ? { folder, name, into: said } : { folder, name, to: said }
    const acted = await act(`net.ftp.${kind}`, data)
    if (acted.kind === 'done') onDone()
  }
  return (
    <form onSubmit={event => void send(event)}>
      <label>
        <span className="z-unseen">{kind === 'get' ? words.fetchInto : words.newName}</span>
        <input value={text} required maxLength={120} onInput={event => setText((event.target as HTMLInputElement).value)} />
      </label>
      <button type="submit" className="z-button" disabled={busy}>
        {kind === 'get' ? words.fetch : words.done}
      </button>
      <button type="button" className="z-button" onClick={onDone}>
        {words.cancel}
      </button>
    </form>
  )
}

type MakeProps = Props & { readonly folder: string; readonly onMade: (path: string) => void }

function MakeFolder({ folder, act, busy, onMade }: MakeProps) {
  const [path, setPath] = useState(folder === '/' ? '/' : `${folder}/`)
  const make = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.ftp.mkdir', { path: path.trim() })
    if (acted.kind === 'done') onMade(path.trim())
  }
  return (
    <form className="net-line" onSubmit={event => void make(event)} aria-label={words.mkdir}>
      <TextField label={words.remotePath} value={path} onValue={setPath} required pattern="/.+" says={words.folderHint} />
      <button type="submit" className="z-button" disabled={busy}>
        {words.mkdir}
      </button>
    </form>
  )
}
