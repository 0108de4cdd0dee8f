import type { LocalDate } from '../../../kernel/local-date.ts'
import type { Clause, LevelCode, ResolvedEdition } from '../../standard/contract.ts'
import type { Dossier, EvidenceId } from './dossier.ts'
import { type JudgedPredicate, judgePredicate } from './judge-predicate.ts'
import type { PredicateFinding, StandardHours, Verdict } from './predicates/finding.ts'
import { type Reading, readDossier } from './predicates/reading.ts'
import { firstDayInAll } from './predicates/span.ts'

type ClauseHead = {
  readonly clauseId: string
  /** the place of the clause in its level, from 1: 第1款 */
  readonly number: number
  /** the clause in the words of the edition */
  readonly text: string
  /** one finding for each predicate, in the order of the clause */
  readonly predicates: readonly PredicateFinding[]
  /** the evidence on which the true predicates rest, each once, sorted */
  readonly evidenceIds: readonly EvidenceId[]
}

/** What was found about one clause. */
export type ClauseFinding =
  | (ClauseHead & { readonly verdict: 'met' })
  | (ClauseHead & { readonly verdict: 'needs-evidence' })
  | (ClauseHead & {
      readonly verdict: 'not-met'
      /**
       * The first day on which the whole clause is true if the present situation continues: work goes on, studies end on
       * the expected day, birthdays pass; no certificate, title or class comes by itself. null: not by time alone.
       */
      readonly metOn: LocalDate | null
      /** the verdict on that day: needs-evidence when facts it rests on are still unproven */
      readonly verdictThen: 'met' | 'needs-evidence' | null
    })

/** Every clause of a level, judged for one person on one day. */
export type Eligibility = {
  readonly on: LocalDate
  /** the best verdict of any clause (具备以下条件之一者); a level without clauses is open to nobody */
  readonly verdict: Verdict
  /** the first day on which some clause is or becomes true; null when none does by time alone */
  readonly opensOn: LocalDate | null
  readonly findings: readonly ClauseFinding[]
}

/** What an edition asks of those who apply for one of its levels. */
export type LevelTerms = {
  /** the clauses of one level, in the order of the edition */
  readonly clauses: readonly Clause[]
  /** standard hours of training by level, as the edition states them */
  readonly standardHours: StandardHours
  /** ids of the editions whose training counts: the edition itself, and the one an overlay takes its hours from */
  readonly trainingUnder: readonly string[]
}

export type EligibilityInput = LevelTerms & {
  readonly dossier: Dossier
  /** the reference date: the registration deadline unless the session says otherwise */
  readonly on: LocalDate
}

/** The terms of a level. Throws when the edition has no such level: the level of an application was checked when it was chosen. */
export function levelTerms(edition: ResolvedEdition, code: LevelCode): LevelTerms {
  const level = edition.levels.find(l => l.code.value === code)
  if (level === undefined) throw new RangeError(`no level ${code} in ${edition.id}`)
  const hoursFrom = edition.origins.filter(o => o.path.endsWith('.trainingHours')).map(o => o.from)
  return {
    clauses: level.eligibility,
    standardHours: graded => edition.levels.find(l => l.code.value === graded)?.trainingHours.value ?? null,
    trainingUnder: [...new Set([edition.id, ...hoursFrom])],
  }
}

/** 具备以下条件之一者: every clause is judged and reported, met or not. Pure: equal questions give equal answers. */
export function judgeEligibility({ clauses, standardHours, trainingUnder, dossier, on }: EligibilityInput): Eligibility {
  const reading = readDossier(dossier, trainingUnder, standardHours)
  const findings = clauses.map((clause, index) => judgeClause(clause, index + 1, reading, on))
  const verdict = findings.some(f => f.verdict === 'met')
    ? 'met'
    : findings.some(f => f.verdict === 'needs-evidence')
      ? 'needs-evidence'
      : 'not-met'
  return { on, verdict, opensOn: firstOpening(findings, on), findings }
}

function judgeClause(clause: Clause, number: number, reading: Reading, on: LocalDate): ClauseFinding {
  const judged = clause.all.map(predicate => judgePredicate(predicate, reading, on))
  const predicates = judged.map(j => j.finding)
  const head = { clauseId: clause.id, number, text: clause.text, predicates, evidenceIds: evidenceOf(predicates) }
  if (predicates.some(p => p.verdict === 'not-met')) return { ...head, verdict: 'not-met', ...openingOf(judged, on) }
  return { ...head, verdict: predicates.some(p => p.verdict === 'needs-evidence') ? 'needs-evidence' : 'met' }
}

function openingOf(
  judged: readonly JudgedPredicate[],
  on: LocalDate,
): { metOn: LocalDate | null; verdictThen: 'met' | 'needs-evidence' | null } {
  const metOn = firstDayInAll(
    judged.map(j => j.stated),
    on,
  )
  if (metOn === null) return { metOn, verdictThen: null }
  const provenOn = firstDayInAll(
    judged.map(j => j.proven),
    metOn,
  )
  return { metOn, verdictThen: provenOn === metOn ? 'met' : 'needs-evidence' }
}

function evidenceOf(predicates: readonly PredicateFinding[]): EvidenceId[] {
  const ids = new Set<EvidenceId>()
  for (const p of predicates) if (p.verdict !== 'not-met') for (const id of p.evidenceIds) ids.add(id)
  return [...ids].sort()
}

function firstOpening(findings: readonly ClauseFinding[], on: LocalDate): LocalDate | null {
  let first: LocalDate | null = null
  for (const f of findings) {
    const opens = f.verdict === 'not-met' ? f.metOn : on
    if (opens !== null && (first === null || opens < first)) first = opens
  }
  return first
}
