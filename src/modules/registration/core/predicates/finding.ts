import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { EducationDegree, GradedLevel, Predicate, TitleRank } from '../../../standard/contract.ts'
import type { EvidenceId } from '../dossier.ts'

/** met: true and proven · needs-evidence: true as stated, but a fact it rests on is not proven · not-met: not true even as stated. */
export type Verdict = 'met' | 'needs-evidence' | 'not-met'

/** The facts on which a predicate is true. */
export type Basis =
  | { readonly p: 'work'; readonly countedFrom: LocalDate; readonly countedDays: number }
  | { readonly p: 'certificate'; readonly number: string; readonly occupation: 'own' | 'related'; readonly issuedOn: LocalDate }
  | { readonly p: 'training'; readonly hours: number; readonly completedOn: LocalDate; readonly proofNumber: string }
  | ({ readonly p: 'education' } & DiplomaFacts)
  | { readonly p: 'apprenticeship'; readonly occupation: 'own' | 'related'; readonly completedOn: LocalDate }
  | { readonly p: 'title'; readonly rank: TitleRank; readonly obtainedOn: LocalDate }
  | { readonly p: 'age'; readonly age: number }

/** What the findings repeat of a diploma. `completed` says whether it was finished on the reference date. */
export type DiplomaFacts = {
  readonly degree: EducationDegree
  readonly major: 'own' | 'related' | 'other'
  readonly institution: string
  readonly completesOn: LocalDate
  readonly completed: boolean
}

/** Why an employment was left out of the count. */
export type Uncounted = 'related' | 'other' | 'probation' | 'before-since'
/** The parts of an education predicate; one diploma must meet them all. */
export type DiplomaPart = 'degree' | 'major' | 'aim' | 'institution' | 'approval' | 'status'

/** What is missing when a predicate is not true: what the dossier has, beside what the predicate needs. */
export type Gap =
  | { readonly p: 'work'; readonly lacks: 'since'; readonly uncounted: readonly Uncounted[] }
  | { readonly p: 'work'; readonly lacks: 'work'; readonly uncounted: readonly Uncounted[] }
  | {
      readonly p: 'work'
      readonly lacks: 'time'
      readonly countedFrom: LocalDate
      readonly countedDays: number
      readonly neededDays: number
      readonly uncounted: readonly Uncounted[]
    }
  | { readonly p: 'certificate'; readonly lacks: 'certificate' | 'own-occupation' }
  | {
      readonly p: 'certificate'
      readonly lacks: 'issue' | 'validity' | 'standing'
      readonly number: string
      readonly on: LocalDate
    }
  | { readonly p: 'training'; readonly lacks: 'training' | 'edition' | 'proof' }
  | { readonly p: 'training'; readonly lacks: 'hours'; readonly have: number; readonly need: number }
  | { readonly p: 'training'; readonly lacks: 'completion'; readonly on: LocalDate }
  | { readonly p: 'education'; readonly lacks: 'diploma' }
  | ({ readonly p: 'education'; readonly lacks: 'parts'; readonly parts: readonly DiplomaPart[] } & DiplomaFacts)
  | { readonly p: 'apprenticeship'; readonly lacks: 'apprenticeship' | 'own-occupation' | 'completion' }
  | { readonly p: 'title'; readonly lacks: 'title' | 'match' }
  | { readonly p: 'title'; readonly lacks: 'rank' | 'award'; readonly have: TitleRank; readonly on: LocalDate }
  | { readonly p: 'age'; readonly lacks: 'years'; readonly have: number; readonly need: number }

/** A fact that was stated without evidence, told by its kind and its day. */
export type UnprovenFact = {
  readonly fact: 'birth' | 'employment' | 'certificate' | 'training' | 'diploma' | 'graduation' | 'apprenticeship' | 'title'
  readonly on: LocalDate
}

/** The facts behind a true predicate: the basis, the evidence for it, and what of it is unproven. */
export type Ground = { readonly basis: Basis; readonly evidenceIds: readonly EvidenceId[]; readonly unproven: readonly UnprovenFact[] }

/** What was found about one predicate of a clause. `becomesTrueOn` is null when the passing of time alone does not make it true. */
export type PredicateFinding =
  | { readonly verdict: 'met'; readonly predicate: Predicate; readonly basis: Basis; readonly evidenceIds: readonly EvidenceId[] }
  | {
      readonly verdict: 'needs-evidence'
      readonly predicate: Predicate
      readonly basis: Basis
      readonly evidenceIds: readonly EvidenceId[]
      readonly unproven: readonly UnprovenFact[]
    }
  | { readonly verdict: 'not-met'; readonly predicate: Predicate; readonly gap: Gap; readonly becomesTrueOn: LocalDate | null }

/** Standard hours of training of a level; null where the edition states none. */
export type StandardHours = (level: GradedLevel) => number | null
