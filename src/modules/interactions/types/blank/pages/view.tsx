import { useWords } from '../../../../../ui/words.ts'
import { GapField, useGapLabel, writtenGaps } from '../../../pages/fields/gap-field.tsx'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { BlankPublic } from '../type.ts'

/** The candidate's view: the text with boxes where its gaps are. */
export function BlankView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const labelOf = useGapLabel()
  const item = BlankPublic.parse(content)
  const written = writtenGaps(
    response,
    item.gaps.map(gap => gap.id),
  )
  return (
    <div role="group" aria-describedby={`${name}-hint`}>
      <p className="z-options-hint" id={`${name}-hint`}>
        {words.fillIn}
      </p>
      <ProseBlocks
        prose={item.stem}
        id={`${name}-stem`}
        mediaUrl={mediaUrl}
        renderGap={id => {
          const at = item.gaps.findIndex(gap => gap.id === id)
          const gap = item.gaps[at]
          if (gap === undefined) return null
          return (
            <GapField
              gap={gap}
              label={labelOf(gap, at + 1)}
              text={written.textOf(id)}
              readOnly={readOnly}
              onText={text => onRespond(written.with(id, text))}
            />
          )
        }}
      />
    </div>
  )
}
