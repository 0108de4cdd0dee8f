import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import type { Bench } from './view.ts'
import { words } from './words.ts'

type Props = Bench & { readonly current: string | null; readonly edited: readonly string[]; readonly onPath: (path: string) => void }

/** The files of a project; a dot and a word stand at those that are not saved. */
export function FileTree({ project, current, edited, onPath, act, busy }: Props) {
  const [path, setPath] = useState('')
  const add = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const name = path.trim()
    // an existing file is opened, never emptied
    const known = project.files.some(f => f.path === name)
    const acted = known ? null : await act('site.file.save', { project: project.id, path: name, text: '' })
    if (acted !== null && acted.kind !== 'done') return
    onPath(name)
    setPath('')
  }
  const files = project.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return (
    <nav className="site-tree" aria-label={words.files}>
      <h2>{words.files}</h2>
      {files.length === 0 && <p className="z-note">{words.noFiles}</p>}
      <ul>
        {files.map(file => (
          <li key={file.path}>
            <button type="button" aria-current={file.path === current ? 'true' : undefined} onClick={() => onPath(file.path)}>
              <Icon name={file.kind === 'asset' ? 'image' : 'file'} size={16} />
              <span>{file.path}</span>
              {edited.includes(file.path) && (
                <span className="site-dot" title={words.edited}>
                  <span className="z-unseen">{words.edited}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={event => void add(event)}>
        <TextField label={words.newPath} value={path} onValue={setPath} required maxLength={80} placeholder="index.html" />
        <button type="submit" className="z-button" disabled={busy}>
          {words.newFile}
        </button>
      </form>
    </nav>
  )
}
