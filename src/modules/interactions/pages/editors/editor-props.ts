import type { FieldFault, Result } from '../../../../kernel/result.ts'
import type { Picture } from '../../contract.ts'
import type { EditorDraft } from './draft/loose.ts'

/** `alt` of the picture may be empty: it is the writer's to fill. */
export type AddPicture = (file: File) => Promise<Result<Picture, Pick<FieldFault, 'zh' | 'en'>>>

/**
 * What the editor of a type gets. Nothing in the draft has to be sound: whatever JSON came is shown as far as it goes, and what an
 * editor does not know stays where it is. `onChange` gets the whole next draft.
 */
export type EditorProps = {
  /** Content, key and rubric as they stand. */
  readonly draft: EditorDraft
  readonly onChange: (next: EditorDraft) => void
  /** Faults by path from the draft: `content.options.0.text`, `key.optionId`, `rubric.shares`. */
  readonly faults: readonly FieldFault[]
  /** Unique on the page; names groups of controls. */
  readonly name: string
  /** Where the bytes of a picture are read. */
  readonly mediaUrl: (digest: string) => string
  /** Keeps a picture and tells what it is called there, or why not. Without it no pictures can be added. */
  readonly addPicture?: AddPicture | undefined
  /** A new id for an option, an entry, an area, a criterion or a part; it tells nothing about its place. */
  readonly newId: () => string
}

/** A function of properties that draws an editor. */
export type Editor = (props: EditorProps) => React.JSX.Element
