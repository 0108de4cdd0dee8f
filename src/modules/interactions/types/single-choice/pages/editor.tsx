import { ChoiceEditor } from '../../../pages/editors/choice/choice-editor.tsx'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'

/** One option is right. */
export function SingleChoiceEditor(props: EditorProps) {
  return <ChoiceEditor editor={props} several={false} />
}
