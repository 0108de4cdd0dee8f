import type { ComponentType } from 'react'
import type { FieldFault, Result } from '../../../../kernel/result.ts'
import type { InteractionType, ItemDocument, Picture, Prose } from '../../../interactions/contract.ts'
import type { Documents } from './studio-draft.ts'

export type AddPicture = (file: File) => Promise<Result<Picture, Pick<FieldFault, 'zh' | 'en'>>>

export type EditorPartProps = {
  readonly type: InteractionType
  readonly draft: Documents
  readonly onChange: (next: Documents) => void
  readonly faults: readonly FieldFault[]
  readonly addPicture: AddPicture
  readonly newId: () => string
}
export type ViewPartProps = {
  readonly type: InteractionType
  /** What a candidate gets: without key and explanation. */
  readonly content: ItemDocument
  readonly response: unknown
  readonly name: string
  readonly onRespond: (response: ItemDocument | null) => void
}

export type ProsePartProps = {
  readonly label: string
  readonly note: string
  /** Where the faults of the text stand. */
  readonly path: string
  readonly value: unknown
  readonly faults: readonly FieldFault[]
  readonly addPicture: AddPicture
  readonly onChange: (value: unknown) => void
}

/** What the studio takes from the pages of the interactions; the portal hands it in. */
export type StudioParts = {
  readonly Editor: ComponentType<EditorPartProps>
  readonly View: ComponentType<ViewPartProps>
  readonly Prose: ComponentType<{ readonly prose: Prose }>
  readonly ProseEditor: ComponentType<ProsePartProps>
  readonly faultsOf: (type: InteractionType, draft: Documents) => readonly FieldFault[]
  /** What a candidate would get of a draft, with open places filled; null while nothing can be shown. */
  readonly shownOf: (type: InteractionType, content: unknown) => ItemDocument | null
  readonly emptyOf: (type: InteractionType, newId: () => string) => Documents
  readonly convertedOf: (draft: Documents, type: InteractionType, newId: () => string) => Documents
}
