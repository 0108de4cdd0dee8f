import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import type { Draft, MailSlice, Mailbox, Message, Rule } from './slice.ts'

/** The mailbox of whoever acts; a persona has at most one. */
export function ownBox(s: Frozen<MailSlice>, persona: string): Frozen<Mailbox> | undefined {
  return Object.values(s.boxes).find(box => box.persona === persona)
}

/** A message in the acting persona's box: others' mail does not exist for it. */
export function ownMessage(s: Frozen<MailSlice>, ctx: Pick<DecideContext, 'persona'>, id: string): Frozen<Message> | undefined {
  const box = ownBox(s, ctx.persona)
  return box === undefined ? undefined : s.messages.find(m => m.id === id && m.box === box.addr)
}

export function ownDraft(s: Frozen<MailSlice>, ctx: Pick<DecideContext, 'persona'>, id: string): Frozen<Draft> | undefined {
  const box = ownBox(s, ctx.persona)
  return box === undefined ? undefined : s.drafts.find(d => d.id === id && d.box === box.addr)
}

export function domainOf(addr: string): string {
  return addr.slice(addr.lastIndexOf('@') + 1)
}

export function lower(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}

type Arriving = {
  readonly from: { readonly name: string; readonly addr: string }
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The first rule of a box, in its order, of which every condition holds. */
export function ruleFor(rules: readonly Frozen<Rule>[], box: string, mail: Arriving): Frozen<Rule> | undefined {
  const fields: Readonly<Record<string, string>> = {
    from: `${mail.from.name} ${mail.from.addr}`,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
  }
  return rules
    .filter(rule => rule.box === box)
    .toSorted((a, b) => a.order - b.order)
    .find(rule => rule.conditions.every(({ field, has }) => lower(fields[field] ?? '').includes(lower(has))))
}
