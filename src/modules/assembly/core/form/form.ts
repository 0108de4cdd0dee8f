import type { Brand } from '../../../../kernel/brand.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Hundredths } from '../../../../kernel/marks.ts'
import type { BlueprintPart } from '../blueprint/blueprint.ts'

export type FormId = Brand<string, 'FormId'>

/** An item at its place in a form, with the area of the weight table it stands for. */
export type FormPlace = {
  readonly place: number
  readonly itemId: string
  readonly itemVersionId: string
  readonly path: readonly string[]
  readonly marks: Hundredths
}

/** A concrete selection of items for a paper of a level; assembled once and never changed. */
export type Form = {
  readonly formId: FormId
  readonly editionId: string
  readonly level: string
  readonly workType: string | null
  readonly part: BlueprintPart
  readonly title: string
  readonly minutes: number
  readonly seed: string
  readonly assembledAt: Instant
  readonly assembledBy: string
  /** The run and the blueprint version it comes from; null when it was assembled at once. */
  readonly runId: string | null
  readonly blueprintVersionId: string | null
  readonly places: readonly FormPlace[]
}
