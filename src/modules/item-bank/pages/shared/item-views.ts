import type { ComponentType } from 'react'
import type { InteractionType, ItemDocument, Prose, Score } from '../../../interactions/contract.ts'

export type TakingProps = {
  readonly type: InteractionType
  /** Public content: no key, no explanation. */
  readonly content: unknown
  readonly stimulus: Prose | null
  readonly response: ItemDocument | null
  /** Unique on the page. */
  readonly name: string
  readonly onRespond: (response: ItemDocument | null) => void
}
export type ShownProps = {
  readonly type: InteractionType
  readonly content: unknown
  readonly answerKey: unknown
  readonly stimulus: Prose | null
  /** What somebody responded, and what it earned; without it the item is shown with its key alone. */
  readonly response?: ItemDocument | null
  readonly score?: Score | null
}

/** How items are drawn; the portal hands in the views of the interactions. */
export type ItemViews = {
  /** As a candidate sees it. */
  readonly Taking: ComponentType<TakingProps>
  /** With what is right. */
  readonly Shown: ComponentType<ShownProps>
}
