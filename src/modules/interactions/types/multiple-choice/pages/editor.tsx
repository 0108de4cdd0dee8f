import { ChoiceEditor } from '../../../pages/editors/choice/choice-editor.tsx'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'

/** Several options may be right. */
export function MultipleChoiceEditor(props: EditorProps) {
  return <ChoiceEditor editor={props} several={true} />
}
