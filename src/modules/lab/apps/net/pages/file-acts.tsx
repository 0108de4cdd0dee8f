import { TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { type DriveFile, type Tool, foldersOf } from './view.ts'
import { words } from './words.ts'

type Kind = 'rename' | 'move' | 'copy' | 'zip' | 'unzip'
type Props = Tool & { readonly chosen: readonly DriveFile[]; readonly onDone: () => void }
type Given = { readonly name: string; readonly folder: string; readonly password: string }

/** What can be done with the files that are ticked. */
export function FileActs(props: Props) {
  const { chosen, act, busy, onDone } = props
  const [kind, setKind] = useState<Kind | null>(null)
  const [one] = chosen
  if (one === undefined) return <p className="net-file-acts z-note">{words.fileActs}</p>
  const single = chosen.length === 1
  const packed = single && /\.zip$/i.test(one.name)
  const kinds: readonly Kind[] = single ? ['rename', 'move', 'copy', 'zip', ...(packed ? (['unzip'] as const) : [])] : ['zip']
  const remove = async (): Promise<void> => {
    for (const { id } of chosen) await act('net.file.delete', { id })
    onDone()
  }
  return (
    <section className="net-file-acts" aria-label={words.picked}>
      <h3>{single ? one.name : `${words.picked} ${chosen.length} ${words.items}`}</h3>
      <div className="lab-buttons">
        {single && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void act('net.file.open', { id: one.id })}>
            {words.open}
          </button>
        )}
        {kinds.map(id => (
          <button type="button" className="z-button" key={id} aria-pressed={id === kind} onClick={() => setKind(id)}>
            {words[id]}
          </button>
        ))}
        <button type="button" className="z-button" disabled={busy} onClick={() => void remove()}>
          {words.remove}
        </button>
      </div>
      {kind !== null && <ActForm {...props} one={one} kind={kind} key={kind} />}
    </section>
  )
}

function first(kind: Kind, { name, folder }: DriveFile): Given {
  const bare = name.replace(/\.[^.]*$/, '')
  return { name: kind === 'zip' ? `${bare}.zip` : name, folder, password: '' }
}

/** The command of each act with what was filled in. */
function wish(kind: Kind, chosen: readonly DriveFile[], { name, folder, password }: Given): readonly [string, object] {
  const id = chosen[0]?.id
  const secret = password === '' ? null : password
  if (kind === 'rename') return ['net.file.rename', { id, name: name.trim() }]
  if (kind === 'move') return ['net.file.move', { id, folder: folder.trim() }]
  if (kind === 'copy') return ['net.file.copy', { id, folder: folder.trim(), name: name.trim() }]
  if (kind === 'unzip') return ['net.file.unzip', { id, folder: folder.trim(), password: secret }]
  return ['net.file.zip', { ids: chosen.map(file => file.id), folder: folder.trim(), name: name.trim(), password: secret }]
}

function ActForm({ one, kind, chosen, view, act, busy, onDone }: Props & { readonly one: DriveFile; readonly kind: Kind }) {
  const [given, setGiven] = useState<Given>(first(kind, one))
  const put = (more: Partial<Given>): void => setGiven({ ...given, ...more })
  const send = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act(...wish(kind, chosen, given))
    if (acted.kind === 'done') onDone()
  }
  const named = kind !== 'move' && kind !== 'unzip'
  return (
    <form className="net-form" onSubmit={event => void send(event)} aria-label={words[kind]}>
      {named && (
        <TextField
          label={kind === 'zip' ? words.zipName : words.newName}
          value={given.name}
          onValue={name => put({ name })}
          required
          maxLength={120}
        />
      )}
      {kind !== 'rename' && (
        <TextField
          label={words.toFolder}
          value={given.folder}
          onValue={folder => put({ folder })}
          note={words.folderHint}
          pattern="/.*"
          required
          list="net-drive-folders"
        />
      )}
      <datalist id="net-drive-folders">
        {foldersOf(view.files).map(path => (
          <option value={path} key={path}>
            {path}
          </option>
        ))}
      </datalist>
      {(kind === 'zip' || kind === 'unzip') && (
        <TextField label={words.zipPassword} value={given.password} onValue={password => put({ password })} maxLength={40} />
      )}
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {words.done}
      </button>
    </form>
  )
}
