import type { XmlElement, XmlNode } from '../../../../../../kernel/xml.ts'

/** What an item of ours becomes: declarations, what the candidate sees, and rules that set SCORE. `suffix` keeps parts of a case apart. */
export type ItemBody = {
  readonly responses: readonly XmlElement[]
  /** Names of counters beside SCORE. */
  readonly counters: readonly string[]
  readonly nodes: readonly XmlNode[]
  /** Empty where a person marks. */
  readonly rules: readonly XmlElement[]
  readonly byPerson: boolean
}

export type Writing = {
  readonly suffix: string
  /** Full marks in hundredths. */
  readonly max: number
  readonly picture: (media: string) => string
}

/** Identifiers of QTI begin with a letter; our option ids may not. */
export const nameOf = (id: string): string => `i_${id}`
export const responseName = (suffix: string, gapId = ''): string => `RESPONSE${suffix}${gapId === '' ? '' : `_${gapId}`}`
export const counterName = (suffix: string): string => `COUNT${suffix}`
