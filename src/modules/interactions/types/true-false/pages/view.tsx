import { useWords } from '../../../../../ui/words.ts'
import { OptionList } from '../../../pages/option-list.tsx'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { TrueFalsePublic, TrueFalseResponse } from '../type.ts'

/** The candidate's view. */
export function TrueFalseView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const item = TrueFalsePublic.parse(content)
  const given = TrueFalseResponse.safeParse(response)
  const options = [
    { id: 'true', text: words.true },
    { id: 'false', text: words.false },
  ]
  return (
    <>
      <ProseBlocks prose={item.stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <OptionList
        options={options}
        chosen={given.success ? [given.data.verdict] : []}
        several={false}
        readOnly={readOnly}
        name={name}
        stemId={`${name}-stem`}
        hint={words.chooseOne}
        onChoose={id => onRespond({ version: 1, verdict: id })}
      />
    </>
  )
}
