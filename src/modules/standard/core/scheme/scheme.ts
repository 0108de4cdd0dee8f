import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { GradedLevel } from '../clause.ts'
import type { CalendarRule, EditionId, Stated } from '../edition.ts'
import type { ProvenanceText } from '../provenance.ts'

/** Who examines and certifies, kept apart from the edition: one occupation has had several. */
export type SchemeId = 'national-qualification' | 'level-recognition' | 'industry-certificate' | 'demonstration'

/** Formats of certificate numbers; the certificate module builds and checks them. */
export type NumberFormatId = 'qualification-16' | 'level-22' | 'level-20'

export type Words = { readonly zh: string; readonly en: string }

/** National sessions count for everybody; trial sessions (试点) ran in a few places first. */
export type SessionKind = 'national' | 'trial'

/** When sessions fall: by rule or windows, or announced one by one by the examining body. */
export type SchemeCalendar = CalendarRule | { readonly kind: 'announced' }

/** What holds in a span of years, both ends included; `until: null` = until further notice. `provinces: null` = everywhere. */
export type SchemeYears = {
  readonly from: number
  readonly until: number | null
  readonly edition: EditionId
  readonly openLevels: readonly GradedLevel[]
  readonly sessions: SessionKind
  readonly provinces: readonly string[] | null
  readonly calendar: SchemeCalendar
  readonly provenance: ProvenanceText
}

/**
 * Rules that no source of the occupation states and that a scheme therefore sets.
 * `quizScoreShare`: share of the module quizzes in the final result in basis points, 0 = the quizzes are a gate only.
 * `partValidityMonths`: how long a passed part may be carried; `resits`: how often within that time.
 */
export type SchemeParameters = {
  readonly quizScoreShare: number
  readonly partValidityMonths: number
  readonly resits: number
  readonly referenceDate: 'registration-deadline'
  readonly provenance: ProvenanceText
}

/**
 * A scheme. `run`: `examined-here` schemes have years and parameters; `recorded-only` ones are known for their certificates.
 * `processRulesFrom`: the edition whose module quizzes, gate and deadlines apply.
 */
export type Scheme = {
  readonly id: SchemeId
  readonly title: Words
  readonly issuer: Stated<Words>
  readonly from: Stated<LocalDate>
  readonly until: Stated<LocalDate | null>
  readonly numberFormats: readonly { readonly format: NumberFormatId; readonly from: LocalDate; readonly provenance: ProvenanceText }[]
} & (
  | {
      readonly run: 'examined-here'
      readonly editions: readonly EditionId[]
      readonly years: readonly SchemeYears[]
      readonly processRulesFrom: EditionId
      readonly parameters: SchemeParameters
    }
  | { readonly run: 'recorded-only' }
)
export type ExaminedScheme = Extract<Scheme, { run: 'examined-here' }>
