/**
 * What happened, seen from outside, in the order of time: the input of the checker. The simulator and real runs write the same.
 * Times are true milliseconds of the observer; servers are numbered; values are unique within a run.
 */
export type Written = {
  readonly epoch: number
  readonly seq: number
  readonly itemId: string
  readonly kind: string
  /** The canonical text of item, kind and value. */
  readonly text: string
}

export type Operation =
  | { readonly op: 'save'; readonly attempt: string; readonly server: number; readonly epoch: number; readonly events: readonly Written[] }
  | { readonly op: 'resume'; readonly attempt: string; readonly server: number }
  | { readonly op: 'hand-in'; readonly attempt: string; readonly server: number; readonly epoch: number; readonly lastSeq: number }
  | { readonly op: 'credit'; readonly attempts: readonly string[]; readonly server: number; readonly creditId: string }

export type Given = { readonly itemId: string; readonly kind: string; readonly text: string; readonly epoch: number; readonly seq: number }
/** How far a server tells to hold an epoch; `pair`: how far its peer does too, null without a peer. */
export type Reach = { readonly epoch: number; readonly through: number; readonly pair: number | null }

export type Reply =
  | { readonly op: 'save'; readonly reach: Reach; readonly late: boolean }
  | { readonly op: 'resume'; readonly reach: readonly Reach[]; readonly responses: readonly Given[]; readonly closed: boolean }
  /** `receipt`: the canonical text of what the receipt vouches for. */
  | { readonly op: 'hand-in'; readonly receipt: string }
  | { readonly op: 'credit' }

export type Entry =
  | { readonly kind: 'invoke'; readonly id: number; readonly at: number; readonly by: string; readonly operation: Operation }
  | { readonly kind: 'ok'; readonly id: number; readonly at: number; readonly reply: Reply }
  | { readonly kind: 'fail'; readonly id: number; readonly at: number; readonly code: string }
  | { readonly kind: 'unknown'; readonly id: number; readonly at: number }
  /** A machine says to have written these down durably. */
  | { readonly kind: 'kept'; readonly at: number; readonly by: string; readonly attempt: string; readonly events: readonly Written[] }
  /** What a person was shown beside the paper: everything of an epoch up to a number is saved, or saved twice. */
  | {
      readonly kind: 'shown'
      readonly at: number
      readonly by: string
      readonly attempt: string
      readonly level: 'saved' | 'saved-twice'
      readonly epoch: number
      readonly lastSeq: number
    }
  /** The clock of an attempt began to run, or a server ended it by its clock: `siteTime` is what the server read. */
  | { readonly kind: 'started'; readonly at: number; readonly attempt: string; readonly siteTime: number }
  | { readonly kind: 'clock-closed'; readonly at: number; readonly attempt: string; readonly siteTime: number }
  /** Gone for good: the disk of a server, what a machine had written down, or what only an opened page knew. */
  | { readonly kind: 'destroyed'; readonly at: number; readonly what: 'server' | 'machine' | 'page'; readonly name: string }

export type FinalEvent = Written & {
  /** It does not count by itself. */
  readonly late: boolean
}
export type FinalCredit = { readonly creditId: string; readonly from: number; readonly until: number | null; readonly grantedAt: number }

/** What a server, or a record of the sitting, holds of an attempt in the end. */
export type FinalBook = {
  readonly attempt: string
  readonly events: readonly FinalEvent[]
  readonly responses: readonly Given[]
  /** What its receipt vouches for; null while it is open. */
  readonly closing: { readonly how: string; readonly siteTime: number; readonly receipt: string } | null
  /** The servers whose closing of it is still known, also where another one counts. */
  readonly closedBy: readonly number[]
  /** What of it lies before people for a decision: `late` events, and kinds of contradiction. */
  readonly review: readonly string[]
  readonly time: {
    readonly clockStart: number
    readonly entitledMs: number
    readonly credits: readonly FinalCredit[]
    readonly endsAt: number | null
    readonly usedMs: number
    readonly creditedMs: number
    readonly remainingMs: number
  } | null
}

export type Holder = { readonly name: string; readonly books: readonly FinalBook[] }

export type History = {
  readonly entries: readonly Entry[]
  /** The servers, and with the name `record` what leaves the site, once all is quiet. */
  readonly finals: readonly Holder[]
}

/** The laws of the checker, numbered as in the design of delivery. */
export const LAWS = {
  durable: 'what was acknowledged is there',
  'no-invention': 'what is stored was written so',
  'read-your-writes': 'who comes back finds what was acknowledged',
  gapless: 'what is acknowledged up to a number has no hole',
  derived: 'responses follow from the events, everywhere the same',
  time: 'nobody loses time',
  final: 'a receipt stands',
  honest: 'nothing is shown as saved before it is',
  ledger: 'the counts are equal at every arrow',
} as const
export type Law = keyof typeof LAWS

export type Breach = { readonly law: Law; readonly attempt: string; readonly witness: string }
