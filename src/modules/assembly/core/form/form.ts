import type { Brand } from '../../../../kernel/brand.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Hundredths } from '../../../../kernel/marks.ts'

export type FormId = Brand<string, 'FormId'>

/** An item at its place in a form, with the area of the weight table it stands for. */
export type FormPlace = {
  readonly place: number
  readonly itemId: string
  readonly itemVersionId: string
  readonly path: readonly string[]
  readonly marks: Hundredths
}

/** A concrete selection of items for the theory paper of a level; assembled once and never changed. */
export type Form = {
  readonly formId: FormId
  readonly editionId: string
  readonly level: string
  readonly workType: string | null
  readonly title: string
  readonly minutes: number
  readonly seed: string
  readonly assembledAt: Instant
  readonly assembledBy: string
  readonly places: readonly FormPlace[]
}
