import { TextBox } from '../../../pages/fields/text-box.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { ShortAnswerPublic } from '../type.ts'

/** The candidate's view. */
export function ShortAnswerView(props: ItemViewProps) {
  const item = ShortAnswerPublic.parse(props.content)
  return <TextBox {...props} stem={item.stem} limits={item.words} rows={5} />
}
