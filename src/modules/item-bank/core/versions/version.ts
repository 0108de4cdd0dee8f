import type { Instant } from '../../../../kernel/instant.ts'
import type { BankItem } from '../item.ts'

/** A version with everything that is known about it but its content. */
export type KeptVersion = BankItem & {
  readonly source: string | null
  /** Person ids; null for people named by a file only. */
  readonly writerId: string | null
  readonly reviewerId: string | null
  readonly approver: string
  readonly approverId: string | null
  /** Counts the changes of the row, so that two people do not overwrite each other. */
  readonly guard: number
  readonly enteredAt: Instant
  readonly stateAt: Instant
  /** The version it was made from, or null. */
  readonly madeFrom: string | null
}

/** A placing of a version in the specification table of an edition and level. */
export type Placing = {
  readonly editionId: string
  readonly level: string
  readonly code: string
  readonly areaPath: string
  readonly importance: string
  /** Is it the item's own edition and level? */
  readonly isHome: boolean
}
