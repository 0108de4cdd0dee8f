import type { Bench, SiteFile } from './view.ts'
import { words } from './words.ts'

type Props = Bench & {
  readonly file: SiteFile
  readonly text: string
  readonly isEdited: boolean
  readonly onText: (text: string) => void
  readonly onSave: () => void
}

/** The text of a file with the numbers of its lines, as refusals name them. Ctrl+S saves. */
export function CodeArea({ file, text, isEdited, onText, onSave, project, act, busy }: Props) {
  const remove = (): void => void act('site.file.delete', { project: project.id, path: file.path })
  const key = (event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; preventDefault: () => void }): void => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onSave()
  }
  return (
    <section className="site-code" aria-label={file.path}>
      <header>
        <h2>{file.path}</h2>
        <span className="z-note">
          {file.bytes} {words.bytes}
        </span>
        <span className="lab-space" />
        <span className={isEdited ? 'site-edited' : 'z-note'} role="status">
          {isEdited ? words.edited : words.saved}
        </span>
        <button type="button" className="z-button" disabled={busy} onClick={remove}>
          {words.remove}
        </button>
        {file.kind !== 'asset' && (
          <button type="button" className="z-button z-button-primary" disabled={busy} onClick={onSave}>
            {words.save}
          </button>
        )}
      </header>
      {file.kind === 'asset' ? (
        <p className="site-empty">{words.assetFile}</p>
      ) : (
        <div className="site-lines">
          <pre aria-hidden="true">{Array.from(text.split('\n'), (_line, i) => i + 1).join('\n')}</pre>
          <textarea
            aria-label={`${words.source} ${file.path}`}
            value={text}
            rows={Math.max(24, text.split('\n').length + 1)}
            wrap="off"
            spellCheck="false"
            onKeyDown={key}
            onInput={event => onText((event.target as HTMLTextAreaElement).value)}
          />
        </div>
      )}
    </section>
  )
}
