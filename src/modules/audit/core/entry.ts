import type { Instant } from '../../../kernel/instant.ts'

/** Plain facts on which a decision rested; no secrets and no full ID numbers. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** What was decided about which thing. The type is `noun-verb-past`, such as `application-submitted`. */
export type AuditEvent = {
  readonly type: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly facts: AuditFacts
}

/** An event with who and when, at its place in a chain. */
export type AuditEntry = AuditEvent & {
  readonly chain: string
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  readonly previousHash: string
  readonly hash: string
}

/** The head of a chain: its length and last hash. */
export type ChainHead = { readonly chain: string; readonly seq: number; readonly hash: string }
