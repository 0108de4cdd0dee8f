import { useWords } from '../../../../../ui/words.ts'
import { OptionList } from '../../../pages/option-list.tsx'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { SingleChoicePublic, SingleChoiceResponse } from '../type.ts'

/** The candidate's view. */
export function SingleChoiceView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const item = SingleChoicePublic.parse(content)
  const given = SingleChoiceResponse.safeParse(response)
  const chosen = given.success ? [given.data.optionId] : []
  return (
    <>
      <ProseBlocks prose={item.stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <OptionList
        options={item.options}
        chosen={chosen}
        several={false}
        readOnly={readOnly}
        name={name}
        stemId={`${name}-stem`}
        hint={words.chooseOne}
        onChoose={id => onRespond({ version: 1, optionId: id })}
      />
    </>
  )
}
