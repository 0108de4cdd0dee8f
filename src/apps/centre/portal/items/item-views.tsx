import { createElement } from 'react'
import { interactionOf } from '../../../../modules/interactions/contract.ts'
import '../../../../modules/interactions/pages/interactions.css'
import { ProseBlocks } from '../../../../modules/interactions/pages/prose.tsx'
import { reviewOf, viewOf } from '../../../../modules/interactions/pages/registry.ts'
import { bankMediaUrl } from '../../../../modules/interactions/pages/view-props.ts'
import type { ItemViews, ShownProps, TakingProps } from '../../../../modules/item-bank/pages/shared/item-views.ts'

/** The views and reviews of the interactions, as the pages of the item bank take them. */
export const itemViews: ItemViews = { Taking, Shown }

function Taking({ type, stimulus, ...props }: TakingProps) {
  return (
    <>
      {stimulus && (
        <div className="z-item-stimulus">
          <ProseBlocks prose={stimulus} />
        </div>
      )}
      {createElement(viewOf(type), { ...props, readOnly: false, mediaUrl: bankMediaUrl })}
    </>
  )
}

/** Without somebody's response the key stands for it, so that what is right stands out. */
function Shown({ type, content, answerKey, stimulus, response, score }: ShownProps) {
  const shown = response === undefined ? interactionOf(type).keyResponse(content, answerKey) : response
  return (
    <>
      {stimulus && (
        <div className="z-item-stimulus">
          <ProseBlocks prose={stimulus} />
        </div>
      )}
      {createElement(reviewOf(type), { content, response: shown, answerKey, score: score ?? null, mediaUrl: bankMediaUrl })}
    </>
  )
}
