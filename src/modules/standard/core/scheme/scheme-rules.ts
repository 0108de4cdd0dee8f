import { type LocalDate, yearOf } from '../../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { GradedLevel } from '../clause.ts'
import { type ExamStructure, type RegistrationDeadlines, examStructure, registrationDeadlines } from '../exam/structure.ts'
import { levelCodes } from '../level/levels.ts'
import { editionOf, findEdition } from '../registry.ts'
import type { ResolvedEdition } from '../resolve.ts'
import type { ExaminedScheme, NumberFormatId, Scheme, SchemeId, SchemeYears } from './scheme.ts'
import { SCHEMES } from './schemes.ts'

/** A level that may be examined: in which year's plan, under which edition. */
export type OpenLevel = { readonly scheme: SchemeId; readonly year: number; readonly level: GradedLevel; readonly plan: SchemeYears }

export function isSchemeId(text: string): text is SchemeId {
  return Object.hasOwn(SCHEMES, text)
}

/** Looks a scheme up by text; refuses `scheme-unknown`. */
export function findScheme(text: string): Result<Scheme> {
  return isSchemeId(text) ? ok(SCHEMES[text]) : refuse('scheme-unknown', { scheme: text })
}

/**
 * What a scheme plans for a year: edition, open levels, calendar.
 * Refuses `scheme-recorded-only`, `scheme-not-in-force`, `year-not-planned`.
 */
export function schemeYear(scheme: Scheme, year: number): Result<SchemeYears> {
  const examined = examinedHere(scheme)
  if (!examined.ok) return examined
  const from = yearOf(scheme.from.value)
  const until = scheme.until.value === null ? null : yearOf(scheme.until.value)
  if (year < from || (until !== null && year > until))
    return refuse('scheme-not-in-force', { ...named(scheme), year, from, until: until ?? '—' })
  const plan = examined.value.years.find(span => year >= span.from && (span.until === null || year <= span.until))
  return plan ? ok(plan) : refuse('year-not-planned', { ...named(scheme), year })
}

/**
 * May a level be examined under a scheme in a year? (seed lines 55, 59: only some levels open at a time)
 * Refuses as `schemeYear`, and `level-unknown` for a level the year's edition does not have, `level-closed` for one not open.
 */
export function isLevelOpen(scheme: Scheme, year: number, level: GradedLevel): Result<OpenLevel> {
  const plan = schemeYear(scheme, year)
  if (!plan.ok) return plan
  const levels = levelCodes(editionOf(plan.value.edition))
  if (!levels.includes(level)) return refuse('level-unknown', { edition: plan.value.edition, level, levels })
  if (!plan.value.openLevels.includes(level)) return refuse('level-closed', { ...named(scheme), year, level, open: plan.value.openLevels })
  return ok({ scheme: scheme.id, year, level, plan: plan.value })
}

/** The edition by id, if the scheme may use it; refuses `edition-unknown`, `edition-not-allowed`, `scheme-recorded-only`. */
export function usableEdition(scheme: Scheme, edition: string): Result<ResolvedEdition> {
  const examined = examinedHere(scheme)
  if (!examined.ok) return examined
  const found = findEdition(edition)
  if (!found.ok) return found
  if (examined.value.editions.includes(found.value.id)) return found
  return refuse('edition-not-allowed', { ...named(scheme), edition, allowed: examined.value.editions })
}

/** The format of certificate numbers on a day of issue; refuses `number-format-unknown` when none is known or none applies yet. */
export function numberFormatOn(scheme: Scheme, day: LocalDate): Result<NumberFormatId> {
  const current = scheme.numberFormats.filter(entry => entry.from <= day).at(-1)
  return current ? ok(current.format) : refuse('number-format-unknown', { ...named(scheme), date: day })
}

/** How the scheme's exam is built: the module quizzes and the gate may come from another edition than the level's contents. */
export function schemeStructure(scheme: ExaminedScheme): ExamStructure {
  return examStructure(editionOf(scheme.processRulesFrom))
}

/** When registration closes under a scheme; refuses `deadlines-not-stated`. */
export function schemeDeadlines(scheme: ExaminedScheme): Result<RegistrationDeadlines> {
  return registrationDeadlines(editionOf(scheme.processRulesFrom))
}

/** Narrows to a scheme examined here; refuses `scheme-recorded-only`. */
export function examinedHere(scheme: Scheme): Result<ExaminedScheme> {
  return scheme.run === 'examined-here' ? ok(scheme) : refuse('scheme-recorded-only', { ...named(scheme) })
}

function named({ title }: Scheme): { readonly scheme: string; readonly schemeEn: string } {
  return { scheme: title.zh, schemeEn: title.en }
}
