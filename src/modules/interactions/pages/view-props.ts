import type { ItemDocument, Score } from '../contract.ts'

/** What the candidate's view of an item gets. `content` is public content, `response` what was given before or null. */
export type ItemViewProps = {
  readonly content: unknown
  readonly response: unknown
  readonly readOnly: boolean
  /** Unique on the page; names the group of controls. */
  readonly name: string
  /** Called with the whole new response, or null when nothing is chosen any more. */
  readonly onRespond: (response: ItemDocument | null) => void
}

/** What a person sees afterwards: the item, the response, and, where it may be shown, key and score. */
export type ItemReviewProps = {
  readonly content: unknown
  readonly response: unknown
  readonly answerKey: unknown
  readonly score: Score | null
}
