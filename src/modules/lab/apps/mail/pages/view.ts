import type { AppPageProps } from '../../../pages/app-page.ts'
import type { Drafts } from '../../../pages/parts/use-drafts.ts'

export type Attachment = { readonly name: string; readonly bytes: number }
/** Whether a letter is signed and by which certificate, and whether it was sealed; what that is worth must be found out. */
export type Security = {
  readonly signed: boolean
  readonly serial: string | null
  readonly sealed: boolean
  readonly readers: readonly string[]
}
export type Message = {
  readonly id: string
  readonly folder: string
  readonly state: string
  readonly from: { readonly name: string; readonly addr: string }
  readonly replyTo: string | null
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly at: number
  readonly attachments: readonly Attachment[]
  readonly links: readonly { readonly label: string; readonly url: string }[]
  readonly list: string | null
  readonly starred: boolean
  readonly security: Security | null
}
export type Draft = Pick<Message, 'id' | 'to' | 'cc' | 'subject' | 'text' | 'attachments'> & { readonly bcc: readonly string[] }
export type Contact = {
  readonly id: string
  readonly name: string
  readonly addr: string
  readonly group: string
  readonly certificate: string | null
}
export type Rule = {
  readonly id: string
  readonly name: string
  readonly order: number
  readonly conditions: readonly { readonly field: string; readonly has: string }[]
  readonly folder: string | null
  readonly star: boolean
  readonly forward: string | null
}
export type Check = {
  readonly message: string
  readonly digest: boolean
  readonly signature: boolean
  readonly chain: boolean
  readonly revoked: boolean
  readonly signer: string
  readonly email: string
  readonly serial: string
}
export type Box = {
  readonly addr: string
  readonly name: string
  readonly signature: string
  readonly folders: readonly string[]
  readonly away: { readonly from: number; readonly until: number; readonly text: string } | null
  readonly hijacked: boolean
}
export type MailView = {
  readonly domain: string
  readonly box: Box | null
  readonly messages?: readonly Message[]
  readonly drafts?: readonly Draft[]
  readonly rules?: readonly Rule[]
  readonly contacts: readonly Contact[]
  readonly checks?: readonly Check[]
  readonly conclusions?: readonly { readonly message: string; readonly verdict: string }[]
}
export type MailProps = AppPageProps<MailView>
/** One letter, and where its answer is written. */
export type LetterProps = PartProps & { readonly message: Message; readonly onDraft: (id: string) => void }
/** A letter that is being written keeps its key while it becomes a draft: what is typed and warned of stays with it. */
export type Shown =
  | { readonly kind: 'letter'; readonly id: string }
  | { readonly kind: 'draft'; readonly id: string; readonly key: string }
  | { readonly kind: 'fresh'; readonly key: string }
  | null
/** What the folders hold; drafts have a folder of their own. */
export type Work = { readonly messages: readonly Message[]; readonly drafts: readonly Draft[]; readonly folders: readonly string[] }
/** A part of the program behind the mailbox: what is half typed in it is kept beside the drafts of letters. */
export type PartProps = MailProps & { readonly drafts: Drafts }
