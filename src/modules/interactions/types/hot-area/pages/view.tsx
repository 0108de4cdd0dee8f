import { useState } from '../../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { OptionList, letterOf } from '../../../pages/option-list.tsx'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { HotAreaPublic, HotAreaResponse } from '../type.ts'
import { AreaPicture } from './area-picture.tsx'

/** The candidate's view: the picture to choose in, and the same areas as a list of options. */
export function HotAreaView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const item = HotAreaPublic.parse(content)
  const given = HotAreaResponse.safeParse(response)
  const chosen = given.success ? given.data.areaIds : []
  const [told, setTold] = useState('')
  const choose = (id: string) => {
    if (readOnly) return
    const without = chosen.filter(other => other !== id)
    const isTaken = without.length < chosen.length
    const next = isTaken ? without : item.most === 1 ? [id] : [...chosen, id].sort()
    if (next.length > item.most) return setTold(fill(words.areaMost, { most: item.most }))
    setTold('')
    onRespond(next.length === 0 ? null : { version: 1, areaIds: next })
  }
  return (
    <>
      <ProseBlocks prose={item.stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <AreaPicture
        picture={item.picture}
        mediaUrl={mediaUrl}
        areas={item.areas.map((area, at) => ({
          area,
          look: chosen.includes(area.id) ? 'chosen' : 'open',
          mark: chosen.includes(area.id) ? letterOf(at) : '',
        }))}
        onChoose={choose}
        isOff={readOnly}
      />
      <OptionList
        options={item.areas.map(area => ({ id: area.id, text: area.label }))}
        chosen={chosen}
        several={item.most > 1}
        readOnly={readOnly}
        name={name}
        stemId={`${name}-stem`}
        hint={item.most === 1 ? words.areaOne : fill(words.areaSeveral, { most: item.most })}
        onChoose={choose}
      />
      <p className="z-field-note" role="status">
        {told}
      </p>
    </>
  )
}
