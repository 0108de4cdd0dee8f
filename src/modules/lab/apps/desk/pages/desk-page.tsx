import { useState } from '../../../../../ui/hooks.ts'
import type { AppPageProps } from '../../../pages/app-page.ts'
import { words } from './words.ts'

type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
type Doc = { readonly name: string; readonly state: string; readonly blocks: readonly Block[] }
type DeskView = {
  readonly docs: readonly Doc[]
  readonly notes: readonly { readonly id: string; readonly text: string }[]
  readonly remarks: readonly { readonly doc: string; readonly accepted: boolean; readonly text: string }[]
}
type Props = AppPageProps<DeskView>

/** 工作台: the papers of the company, one's own documents and notes, and what the boss said to a report. */
export function DeskPage(props: Props) {
  const { docs, notes, remarks } = props.view
  const [chosen, setChosen] = useState<string | null>(docs[0]?.name ?? null)
  const doc = docs.find(d => d.name === chosen)
  return (
    <div className="desk">
      <nav className="desk-list" aria-label={words.papers}>
        <h2>{words.papers}</h2>
        <ul>
          {docs.map(({ name, state }) => (
            <li key={name}>
              <button type="button" aria-current={name === chosen} onClick={() => setChosen(name)}>
                {name}
                {state === 'binned' && <span className="z-note">{words.binned}</span>}
              </button>
            </li>
          ))}
        </ul>
        <button type="button" className="z-button" onClick={() => setChosen('')}>
          {words.fresh}
        </button>
        <Notes {...props} notes={notes} />
      </nav>
      {doc === undefined ? <Editor {...props} onDone={setChosen} /> : <Paper {...props} doc={doc} remarks={remarks} key={doc.name} />}
    </div>
  )
}

function Paper({ doc, remarks, act, busy }: Props & { readonly doc: Doc; readonly remarks: DeskView['remarks'] }) {
  const said = remarks.filter(remark => remark.doc === doc.name)
  return (
    <article className="desk-paper">
      <h2>{doc.name}</h2>
      {doc.blocks.map((block, i) => (
        <BlockView block={block} key={i} />
      ))}
      {said.map((remark, i) => (
        <p className="desk-remark" key={i}>
          <strong>{remark.accepted ? words.accepted : words.returned}</strong>
          {remark.text}
        </p>
      ))}
      <div className="lab-buttons">
        {doc.state === 'binned' ? (
          <button type="button" className="z-button" disabled={busy} onClick={() => void act('desk.doc.restore', { name: doc.name })}>
            {words.restore}
          </button>
        ) : (
          <>
            <button type="button" className="z-button" disabled={busy} onClick={() => void act('desk.report.hand', { name: doc.name })}>
              {words.hand}
            </button>
            <button type="button" className="z-button" disabled={busy} onClick={() => void act('desk.doc.delete', { name: doc.name })}>
              {words.bin}
            </button>
          </>
        )}
      </div>
    </article>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  if (!('text' in block)) return <TableView rows={block.rows} />
  return block.kind === 'heading' ? <h3>{block.text}</h3> : <p className="desk-text">{block.text}</p>
}

function TableView({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {row.map((cell, j) => (
              <td key={j}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A new document: a title and paragraphs; an empty line begins the next. */
function Editor({ act, busy, onDone }: Props & { readonly onDone: (name: string) => void }) {
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const blocks = text.split(/\n{2,}/).map(part => ({ kind: 'paragraph', text: part.trim() }))
    const acted = await act('desk.doc.save', { name: name.trim(), blocks })
    if (acted.kind === 'done') onDone(name.trim())
  }
  return (
    <form className="desk-paper" onSubmit={event => void save(event)}>
      <label>
        {words.name}
        <input value={name} maxLength={80} required onInput={event => setName((event.target as HTMLInputElement).value)} />
      </label>
      <label>
        {words.body}
        <textarea rows={12} value={text} onInput={event => setText((event.target as HTMLTextAreaElement).value)} />
      </label>
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.save}
        </button>
      </div>
    </form>
  )
}

function Notes({ act, busy, notes }: Props & { readonly notes: DeskView['notes'] }) {
  const [text, setText] = useState('')
  const add = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('desk.note.save', { id: null, text })
    if (acted.kind === 'done') setText('')
  }
  return (
    <section className="desk-notes" aria-label={words.notes}>
      <h2>{words.notes}</h2>
      <ul>
        {notes.map(note => (
          <li key={note.id}>{note.text}</li>
        ))}
      </ul>
      <form onSubmit={event => void add(event)}>
        <textarea
          rows={2}
          aria-label={words.newNote}
          value={text}
          onInput={event => setText((event.target as HTMLTextAreaElement).value)}
        />
        <button type="submit" className="z-button" disabled={busy || text.trim() === ''}>
          {words.keep}
        </button>
      </form>
    </section>
  )
}
