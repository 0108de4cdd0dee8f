import type { XmlElement } from '../../../../kernel/xml.ts'
import type { Prose } from '../../../interactions/contract.ts'

/** The part of an item that depends on its kind. */
export type Body = {
  readonly kind: string
  readonly stem: Prose
  readonly gap?: (gapId: string) => string
  readonly explanation: Prose | null
  /** What stands behind the stem in `presentation`. */
  readonly controls: readonly XmlElement[]
  readonly rules: readonly XmlElement[]
}
