import type { Result } from '../../../kernel/result.ts'
import type { AddedFile, ItemDocument, Score } from '../contract.ts'

/** React's and Preact's components alike: a function of properties. */
export type Component<Props> = (props: Props) => React.JSX.Element

/** Where a page finds a picture by its SHA-256. */
export type MediaUrl = (media: string) => string

/** Pictures of the item bank, for pages of the centre; the exam client takes them from its package. */
export const bankMediaUrl: MediaUrl = media => `/api/item-bank/media/${media}`

/** Why a file was not taken, for the person who chose it. */
export type UploadFault = { readonly zh: string; readonly en: string }
/** Brings a file to the server and gives what it was taken in as. */
export type Upload = (file: File) => Promise<Result<AddedFile, UploadFault>>

/** What the candidate's view of an item gets. `content` is public content, `response` what was given before or null. */
export type ItemViewProps = {
  readonly content: unknown
  readonly response: unknown
  readonly readOnly: boolean
  /** Unique on the page; names the group of controls. */
  readonly name: string
  /** Called with the whole new response, or null when nothing is chosen any more. */
  readonly onRespond: (response: ItemDocument | null) => void
  /** `bankMediaUrl` where it is left out. */
  readonly mediaUrl?: MediaUrl
  /** Absent outside an exam: then the control says that files can be added in the exam only. */
  readonly upload?: Upload
  /** Where the laboratory opens for this item; absent outside an exam. */
  readonly labAddress?: string
  /** Opens the laboratory over the page, where an exam has it. */
  readonly openLab?: () => void
}

/** What a person sees afterwards: the item, the response, and, where it may be shown, key, marks and score. */
export type ItemReviewProps = {
  readonly content: unknown
  readonly response: unknown
  readonly answerKey: unknown
  readonly score: Score | null
  /** Marks that a person or the laboratory gave. */
  readonly evidence?: unknown
  readonly mediaUrl?: MediaUrl
}
