import { useWords } from '../../../../ui/words.ts'
import type { DraftHandle } from './draft/loose.ts'
import { isBlankProse } from './draft/prose-draft.ts'
import type { EditorProps } from './editor-props.ts'
import { ProseEditor } from './prose/prose-editor.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Why the key is right; every type has one, and it may be left out. */
export function ExplanationField({ draft, editor }: { readonly draft: DraftHandle; readonly editor: EditorProps }) {
  const words = useWords(zh, en)
  return (
    <ProseEditor
      label={words.explanation}
      note={words.explanationNote}
      path="key.explanation"
      value={draft.key['explanation']}
      faults={editor.faults}
      mediaUrl={editor.mediaUrl}
      addPicture={editor.addPicture}
      onChange={value => draft.change({ key: { explanation: isBlankProse(value) ? null : value } })}
    />
  )
}
