import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { Clause, GradedLevel, LevelCode, ResolvedEdition } from '../../../standard/contract.ts'
import { type Eligibility, type LevelTerms, judgeEligibility, levelTerms } from '../eligibility.ts'
import type { Dossier } from '../dossier.ts'
import { type LevelNames, eligibilityText, findingText, predicateText } from '../finding-text/finding-text.ts'
import type { Bilingual } from '../finding-text/words.ts'
import type { Verdict } from '../predicates/finding.ts'

/** A level of a round with what its edition asks for: plain data, so that the browser can judge as one types. */
export type RoundLevel = {
  readonly code: LevelCode
  readonly name: string
  readonly clauses: readonly Clause[]
  /** standard hours of training by level */
  readonly standardHours: Readonly<Record<string, number | null>>
  readonly trainingUnder: readonly string[]
}

const GRADED: readonly GradedLevel[] = ['L5', 'L4', 'L3', 'L2', 'L1']
const STEPS: Readonly<Record<GradedLevel, string>> = { L5: '五级', L4: '四级', L3: '三级', L2: '二级', L1: '一级' }

/** The levels of a round in the order of the edition. */
export function roundLevels(edition: ResolvedEdition, levels: readonly LevelCode[]): RoundLevel[] {
  return levels.map(code => {
    const { clauses, standardHours, trainingUnder } = levelTerms(edition, code)
    const hours = Object.fromEntries(GRADED.map(graded => [graded, standardHours(graded)]))
    return { code, name: edition.levels.find(l => l.code.value === code)?.name.value ?? code, clauses, standardHours: hours, trainingUnder }
  })
}

/** The terms of a level, back from plain data. */
export function termsOf(level: Pick<RoundLevel, 'clauses' | 'standardHours' | 'trainingUnder'>): LevelTerms {
  return { clauses: level.clauses, standardHours: graded => level.standardHours[graded] ?? null, trainingUnder: level.trainingUnder }
}

/** Names for the texts of findings: the edition's own where it has the level, else the national step. */
export function levelNames(names: Readonly<Record<string, string>>): LevelNames {
  return level => ({ zh: names[level] ?? STEPS[level], en: `level ${level.slice(1)}` })
}

/** Names of all graded levels of an edition by code. */
export function editionLevelNames(edition: ResolvedEdition): Record<string, string> {
  return Object.fromEntries(edition.levels.map(level => [level.code.value, level.name.value]))
}

/** One clause as people read it. */
export type ToldClause = {
  readonly clauseId: string
  readonly number: number
  readonly text: string
  readonly verdict: Verdict
  /** the whole finding in one sentence */
  readonly told: Bilingual
  readonly metOn: LocalDate | null
  readonly parts: readonly { readonly verdict: Verdict; readonly zh: string; readonly en: string }[]
  readonly evidenceIds: readonly string[]
}
/** A level's verdict as people read it. */
export type ToldVerdict = {
  readonly level: LevelCode
  readonly on: LocalDate
  readonly verdict: Verdict
  readonly opensOn: LocalDate | null
  readonly told: Bilingual
  readonly clauses: readonly ToldClause[]
}

/** Judges every level of a round for one dossier and tells what was found. */
export function judgeLevels(levels: readonly RoundLevel[], dossier: Dossier, on: LocalDate, names: LevelNames): ToldVerdict[] {
  return levels.map(level => tellVerdict(level.code, judgeEligibility({ ...termsOf(level), dossier, on }), names))
}

export function tellVerdict(
  level: LevelCode,
  eligibility: Pick<Eligibility, 'on' | 'verdict' | 'opensOn' | 'findings'>,
  names: LevelNames,
): ToldVerdict {
  const { on, verdict, opensOn, findings } = eligibility
  const clauses = findings.map(finding => ({
    clauseId: finding.clauseId,
    number: finding.number,
    text: finding.text,
    verdict: finding.verdict,
    told: findingText(finding, names),
    metOn: finding.verdict === 'not-met' ? finding.metOn : null,
    parts: finding.predicates.map(p => ({ verdict: p.verdict, ...predicateText(p, names) })),
    evidenceIds: finding.evidenceIds,
  }))
  return { level, on, verdict, opensOn, told: eligibilityText(eligibility), clauses }
}
