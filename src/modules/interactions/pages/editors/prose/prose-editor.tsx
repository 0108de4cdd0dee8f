import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import type { Loose } from '../draft/loose.ts'
import { readPastedCells } from '../draft/pasted-item.ts'
import { type Segment, blocksOf, meansSame, segmentsOf, withBlock, withoutBlock } from '../draft/prose-draft.ts'
import type { AddPicture } from '../editor-props.ts'
import { FaultLines, faultsAt } from '../fields/field.tsx'
import { GrowingText, typeInto } from '../fields/growing-text.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ProseBlockEditor } from './prose-block-editor.tsx'
import { ProseTools } from './prose-tools.tsx'

export type ProseEditorProps = {
  readonly label: string
  /** Stands in the field while it is empty. */
  readonly note?: string | undefined
  readonly path: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly faults: readonly FieldFault[]
  readonly mediaUrl: (digest: string) => string
  readonly addPicture?: AddPicture | undefined
  /** Gives the id of a new gap that is put into the text; without it the text has no gaps. */
  readonly gapId?: (() => string) | undefined
  /** Takes a pasted text as a whole; true when it did. */
  readonly onPasteText?: ((text: string) => boolean) | undefined
}

/** Where the next block or gap goes: a segment, and a place in its text. */
type Caret = { readonly at: number; readonly offset: number; readonly field: HTMLTextAreaElement | null }

/** Text of an item: paragraphs as lines, between them code, tables and pictures. */
export function ProseEditor(props: ProseEditorProps) {
  const { label, path, value, onChange, faults, addPicture, gapId } = props
  const id = useId()
  const segments = segmentsOf(value)
  const caret = useRef<Caret>({ at: segments.length - 1, offset: Infinity, field: null })
  const write = (next: readonly Segment[]) => onChange(blocksOf(next))
  const insert = (block: Loose) => {
    const { at, offset, field } = caret.current
    write(withBlock(segments, Math.min(at, segments.length - 1), field?.isConnected ? field.selectionEnd : offset, block))
  }
  const pictures = usePictures(addPicture, insert)
  const gap = gapId && (() => void (caret.current.field?.isConnected && typeInto(caret.current.field, `{{${gapId()}}}`)))
  const own = faultsAt(faults, path)
  return (
    <section className="z-prose-editor" aria-labelledby={id} data-path={path}>
      <header>
        <h3 id={id}>{label}</h3>
        <ProseTools
          onGap={gap}
          onCode={() => insert({ kind: 'code', text: '' })}
          onTable={() => insert({ kind: 'table', head: ['', ''], rows: [['', '']] })}
          onPicture={addPicture && pictures.take}
        />
      </header>
      <div className={own.length > 0 ? 'z-prose-sheet z-prose-sheet-faulty' : 'z-prose-sheet'}>
        {segments.map((segment, at) => (
          <SegmentEditor
            key={at}
            {...props}
            segments={segments}
            at={at}
            segment={segment}
            faulty={own.length > 0}
            onWrite={write}
            onInsert={insert}
            onCaret={field => void (caret.current = { at, offset: field.selectionEnd, field })}
            onGap={gap}
            onFile={addPicture && pictures.take}
          />
        ))}
      </div>
      {pictures.told}
      <FaultLines id={id} faults={own} />
    </section>
  )
}

type SegmentEditorProps = ProseEditorProps & {
  readonly segments: readonly Segment[]
  readonly at: number
  readonly segment: Segment
  readonly faulty: boolean
  readonly onWrite: (segments: readonly Segment[]) => void
  readonly onInsert: (block: Loose) => void
  readonly onCaret: (field: HTMLTextAreaElement) => void
  readonly onGap: (() => void) | undefined
  readonly onFile: ((file: File) => void) | undefined
}

/** One segment: a run of paragraphs, or a block between two of them. */
function SegmentEditor(props: SegmentEditorProps) {
  const { label, note, path, faults, mediaUrl, addPicture, gapId, segments, at, segment } = props
  const words = useWords(zh, en).prose
  const put = (next: Segment) => props.onWrite(segments.map((one, place) => (place === at ? next : one)))
  const isOnly = segments.length === 1
  if (segment.kind === 'text')
    return (
      <TextSegment
        text={segment.text}
        label={isOnly ? label : `${label} ${at / 2 + 1}`}
        placeholder={isOnly ? (note ?? words.hint) : at === segments.length - 1 ? words.more : undefined}
        faulty={props.faulty || faultsAt(faults, `${path}.${at}`).length > 0}
        onChange={text => put({ kind: 'text', text })}
        onCaret={props.onCaret}
        onGap={props.onGap}
        onPasteText={text => props.onPasteText?.(text) || pasteTable(text, props.onInsert)}
        onPasteFile={props.onFile}
      />
    )
  return (
    <ProseBlockEditor
      block={segment.block}
      path={`${path}.${at}`}
      place={(at + 1) / 2}
      faults={faults}
      mediaUrl={mediaUrl}
      addPicture={addPicture}
      gapId={gapId}
      onChange={block => put({ kind: 'block', block })}
      onRemove={() => props.onWrite(withoutBlock(segments, at))}
    />
  )
}

/** Cells of a spreadsheet become a table; a single column is text. */
function pasteTable(text: string, insert: (block: Loose) => void): boolean {
  const cells = text.includes('\t') ? readPastedCells(text) : null
  const [head, ...rows] = cells ?? []
  if (!head || head.length < 2 || rows.length === 0) return false
  insert({ kind: 'table', head, rows })
  return true
}

type SegmentProps = {
  readonly text: string
  readonly label: string
  readonly placeholder: string | undefined
  readonly faulty: boolean
  readonly onChange: (text: string) => void
  readonly onCaret: (field: HTMLTextAreaElement) => void
  readonly onGap: (() => void) | undefined
  readonly onPasteText: (text: string) => boolean
  readonly onPasteFile: ((file: File) => void) | undefined
}

/** A run of paragraphs. What was typed stays as it was typed as long as it means what is kept. */
function TextSegment({ text, label, placeholder, faulty, onChange, onCaret, onGap, onPasteText, onPasteFile }: SegmentProps) {
  const [typed, setTyped] = useState(text)
  const input = useRef<HTMLTextAreaElement>(null)
  const change = (next: string) => {
    setTyped(next)
    if (!meansSame(next, text)) onChange(next)
    if (input.current) onCaret(input.current)
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const file = [...event.clipboardData.files].find(one => one.type.startsWith('image/'))
    onCaret(event.currentTarget)
    if (file && onPasteFile) onPasteFile(file)
    else if (!onPasteText(event.clipboardData.getData('text/plain'))) return
    event.preventDefault()
  }
  const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onCaret(event.currentTarget)
    if (!onGap || event.key.toLowerCase() !== 'g' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onGap()
  }
  return (
    <GrowingText
      value={meansSame(typed, text) ? typed : text}
      label={label}
      placeholder={placeholder}
      invalid={faulty}
      input={input}
      onChange={change}
      onKey={key}
      onPaste={paste}
      onFocus={() => input.current && onCaret(input.current)}
    />
  )
}

/** Takes pictures in: chosen from a file or pasted. Tells what is under way and why one was not kept. */
function usePictures(addPicture: AddPicture | undefined, onTaken: (block: Loose) => void) {
  const words = useWords(zh, en).prose
  const language = useLanguage()
  const [state, setState] = useState<{ readonly busy: boolean; readonly why: string | null }>({ busy: false, why: null })
  const take = async (file: File) => {
    if (!addPicture) return
    setState({ busy: true, why: null })
    const kept = await addPicture(file)
    setState({ busy: false, why: kept.ok ? null : kept.refusal[language] })
    if (kept.ok) onTaken({ kind: 'picture', ...kept.value })
  }
  const told = state.busy ? (
    <p className="z-note" role="status">
      {words.taking}
    </p>
  ) : state.why !== null ? (
    <p className="z-entry-faults" role="alert">
      {words.notTaken}：{state.why}
    </p>
  ) : null
  return { take: (file: File) => void take(file), told }
}
