import { createElement } from 'react'
import { bankMediaUrl } from '../../../../modules/interactions/pages/view-props.ts'
import { editorOf } from '../../../../modules/interactions/pages/editor-registry.ts'
import { convertedDraft } from '../../../../modules/interactions/pages/editors/draft/converted-draft.ts'
import { draftFaults } from '../../../../modules/interactions/pages/editors/draft/draft-faults.ts'
import { emptyDraft } from '../../../../modules/interactions/pages/editors/draft/empty-draft.ts'
import { shownDraft } from '../../../../modules/interactions/pages/editors/draft/shown-draft.ts'
import '../../../../modules/interactions/pages/editors/editors.css'
import '../../../../modules/interactions/pages/interactions.css'
import { ProseEditor } from '../../../../modules/interactions/pages/editors/prose/prose-editor.tsx'
import { ProseBlocks } from '../../../../modules/interactions/pages/prose.tsx'
import { viewOf } from '../../../../modules/interactions/pages/registry.ts'
import type {
  EditorPartProps,
  ProsePartProps,
  StudioParts,
  ViewPartProps,
} from '../../../../modules/item-bank/pages/studio/studio-parts.ts'

/** The editors and views of the interactions, as the studio of the item bank takes them. */
export const studioParts: StudioParts = {
  Editor,
  View,
  Prose: ProseBlocks,
  ProseEditor: TextEditor,
  faultsOf: draftFaults,
  shownOf: shownDraft,
  emptyOf: emptyDraft,
  convertedOf: convertedDraft,
}

function Editor({ type, ...props }: EditorPartProps) {
  return <div className="z-editor">{createElement(editorOf(type), { ...props, name: 'item', mediaUrl: bankMediaUrl })}</div>
}

function View({ type, ...props }: ViewPartProps) {
  return createElement(viewOf(type), { ...props, readOnly: false, mediaUrl: bankMediaUrl })
}

function TextEditor(props: ProsePartProps) {
  return (
    <div className="z-editor">
      <ProseEditor {...props} mediaUrl={bankMediaUrl} />
    </div>
  )
}
