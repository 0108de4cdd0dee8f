import { useWords } from '../../../../ui/words.ts'
import type { DraftHandle } from './draft/loose.ts'
import type { EditorProps } from './editor-props.ts'
import { ProseEditor } from './prose/prose-editor.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly draft: DraftHandle
  readonly editor: EditorProps
  /** The field of the content; the stem where it is left out. */
  readonly name?: 'stem' | 'stimulus' | 'brief'
  readonly label?: string
  readonly note?: string
  readonly onPasteText?: ((text: string) => boolean) | undefined
}

/** The text an item begins with. */
export function StemField({ draft, editor, name = 'stem', label, note, onPasteText }: Props) {
  const words = useWords(zh, en)
  return (
    <ProseEditor
      label={label ?? words[name]}
      note={note}
      path={`content.${name}`}
      value={draft.content[name]}
      faults={editor.faults}
      mediaUrl={editor.mediaUrl}
      addPicture={editor.addPicture}
      onPasteText={onPasteText}
      onChange={value => draft.change({ content: { [name]: value } })}
    />
  )
}
