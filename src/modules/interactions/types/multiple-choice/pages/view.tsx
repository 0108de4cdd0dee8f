import { useWords } from '../../../../../ui/words.ts'
import { OptionList } from '../../../pages/option-list.tsx'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { MultipleChoicePublic, MultipleChoiceResponse } from '../type.ts'

/** The candidate's view. */
export function MultipleChoiceView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const item = MultipleChoicePublic.parse(content)
  const given = MultipleChoiceResponse.safeParse(response)
  const chosen = given.success ? given.data.optionIds : []
  const toggle = (id: string) => {
    const optionIds = chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id].sort()
    onRespond(optionIds.length === 0 ? null : { version: 1, optionIds })
  }
  return (
    <>
      <ProseBlocks prose={item.stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <OptionList
        options={item.options}
        chosen={chosen}
        several={true}
        readOnly={readOnly}
        name={name}
        stemId={`${name}-stem`}
        hint={words.chooseSeveral}
        onChoose={toggle}
      />
    </>
  )
}
