import type { AppPageProps } from '../../../pages/app-page.ts'

export type Attachment = { readonly name: string; readonly bytes: number }
export type Message = {
  readonly id: string
  readonly folder: string
  readonly state: string
  readonly from: { readonly name: string; readonly addr: string }
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly at: number
  readonly attachments: readonly Attachment[]
  readonly links: readonly { readonly label: string; readonly url: string }[]
}
export type Draft = Pick<Message, 'id' | 'to' | 'cc' | 'subject' | 'text' | 'attachments'> & { readonly bcc: readonly string[] }
export type MailView = {
  readonly box: { readonly addr: string; readonly name: string; readonly signature: string; readonly folders: readonly string[] } | null
  readonly messages?: readonly Message[]
  readonly drafts?: readonly Draft[]
  readonly contacts: readonly { readonly name: string; readonly addr: string }[]
}
export type MailProps = AppPageProps<MailView>
