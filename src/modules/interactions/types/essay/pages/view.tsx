import { TextBox } from '../../../pages/fields/text-box.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { EssayPublic } from '../type.ts'

/** The candidate's view. */
export function EssayView(props: ItemViewProps) {
  const item = EssayPublic.parse(props.content)
  return <TextBox {...props} stem={item.stem} limits={item.words} rows={14} />
}
