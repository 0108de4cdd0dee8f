import { WrittenResponseEditor } from '../../../pages/editors/criteria/written-response-editor.tsx'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'

/** A response of a few sentences. */
export function ShortAnswerEditor(props: EditorProps) {
  return <WrittenResponseEditor editor={props} />
}
