/**
 * The language in which editions state their eligibility clauses (申报条件款).
 * An edition says WHICH predicates hold; registration/core judges WHAT they mean for one dossier.
 */

/** National grades, high number = low level; S is a special ability without grade. */
export type LevelCode = 'L5' | 'L4' | 'L3' | 'L2' | 'L1' | 'S'
export type GradedLevel = Exclude<LevelCode, 'S'>
export type TitleRank = 'junior' | 'intermediate' | 'senior'
export type EducationDegree = 'secondary' | 'associate' | 'bachelor' | 'master'

/** Years of work up to the reference date. */
export type WorkPredicate = {
  readonly p: 'work'
  /** whole years; 0 = is or was at work in the occupation at all */
  readonly minYears: number
  /** true: one unbroken stretch (a break resets it); false: stretches add up */
  readonly continuous: boolean
  /** occupation: this one only; related: this or a related one */
  readonly scope: 'occupation' | 'related'
  /** null: any time; else only work after that certificate or title was obtained */
  readonly since: null | `cert:${GradedLevel}` | `title:${TitleRank}`
  /** regular work also satisfies probation, never the reverse */
  readonly mode: 'regular' | 'probation'
}
/** Holds a valid certificate of exactly this level, of this occupation or (related) a related one. */
export type CertificatePredicate = { readonly p: 'certificate'; readonly level: GradedLevel; readonly scope: 'occupation' | 'related' }
/** Completed at least the level's standard hours under the same edition, with completion proof. */
export type TrainingPredicate = {
  readonly p: 'training'
  readonly level: GradedLevel
  readonly hours: 'standard'
  readonly completion: true
}
/** One diploma must meet all parts at once. */
export type EducationPredicate = {
  readonly p: 'education'
  readonly min: EducationDegree
  readonly major: 'own' | 'other' | 'ownOrRelated' | 'any'
  /** aim of the school's programme; advanced satisfies intermediate */
  readonly aim: null | 'intermediate' | 'advanced'
  /** kinds of institution named by the clause, as it words them; null = any */
  readonly institutions: null | readonly string[]
  /** who must have recognised the programme; null = nobody */
  readonly approvedBy: null | 'labourAuthority' | 'evaluation'
  readonly status: 'graduate' | 'graduateOrFinalYear' | 'graduateOrFinalTerm' | 'finalYear'
}
export type ApprenticeshipPredicate = { readonly p: 'apprenticeship'; readonly scope: 'occupation' | 'related'; readonly completed: true }
/** A professional title of at least this rank that corresponds to the occupation. */
export type TitlePredicate = { readonly p: 'title'; readonly rank: TitleRank; readonly match: 'profession' }
/** Full years of age on the reference date. */
export type AgePredicate = { readonly p: 'age'; readonly min: number }

export type Predicate =
  | WorkPredicate
  | CertificatePredicate
  | TrainingPredicate
  | EducationPredicate
  | ApprenticeshipPredicate
  | TitlePredicate
  | AgePredicate

/** One numbered alternative (具备以下条件之一者): all its predicates must hold. */
export type Clause = { readonly id: string; readonly text: string; readonly all: readonly Predicate[]; readonly provenance: string }
