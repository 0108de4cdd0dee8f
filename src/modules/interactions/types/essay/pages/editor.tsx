import { WrittenResponseEditor } from '../../../pages/editors/criteria/written-response-editor.tsx'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'

/** A longer text. */
export function EssayEditor(props: EditorProps) {
  return <WrittenResponseEditor editor={props} />
}
