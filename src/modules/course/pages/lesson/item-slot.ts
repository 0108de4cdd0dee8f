import type { ComponentType } from 'react'
import type { InteractionType, ItemDocument, Prose, Score } from '../../../interactions/contract.ts'

/** How items are drawn; the portal hands in the views of the interactions. */
export type LessonItemViews = {
  readonly Taking: ComponentType<{
    readonly type: InteractionType
    readonly content: unknown
    readonly stimulus: Prose | null
    readonly response: ItemDocument | null
    readonly name: string
    readonly onRespond: (response: ItemDocument | null) => void
  }>
  readonly Shown: ComponentType<{
    readonly type: InteractionType
    readonly content: unknown
    readonly answerKey: unknown
    readonly stimulus: Prose | null
    readonly response?: ItemDocument | null
    readonly score?: Score | null
  }>
}
