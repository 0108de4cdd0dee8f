import type { Brand } from '../../../../kernel/brand.ts'
import { type Instant, atClock, dayOf, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type LocalDate, plusDays } from '../../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type EditionId, type LevelCode, findEdition, levelCodes } from '../../../standard/contract.ts'

export type RoundId = Brand<string, 'RoundId'>

/** A place where the session is held: the code of an assessment institution (8 digits) and its province (the first two). */
export type RoundSite = { readonly code: string; readonly name: string; readonly province: string }

/** The registration round (报名批次) of one session: which levels, where, and when applications are taken. */
export type Round = {
  readonly roundId: RoundId
  /** the session's code, `2026-12` */
  readonly code: string
  readonly scheme: string
  readonly editionId: EditionId
  readonly flag: 'national' | 'trial'
  readonly levels: readonly LevelCode[]
  /** the day on which eligibility is judged, deadline unless the scheme says otherwise */
  readonly referenceDate: LocalDate
  /** first instant at which applications are taken */
  readonly opensAt: Instant
  /** first instant at which they are taken no more */
  readonly closesAt: Instant
  readonly sites: readonly RoundSite[]
}
export type RoundOrder = Omit<Round, 'roundId' | 'editionId' | 'levels'> & {
  readonly roundId: string
  readonly editionId: string
  readonly levels: readonly string[]
}
export type RoundStanding = 'before' | 'open' | 'closed'

/** Days a returned application has at least, even when the round closes sooner (补正期限; our parameter, no source names one). */
export const CORRECTION_DAYS = 5

/** Checks what the calendar ordered. Refuses `edition-unknown`, `round-level-unknown`, `round-without-site`, `round-window-empty`. */
export function planRound(order: RoundOrder): Result<Round> {
  const edition = findEdition(order.editionId)
  if (!edition.ok) return edition
  const known = levelCodes(edition.value)
  const levels = known.filter(level => order.levels.includes(level))
  const strange = order.levels.filter(level => !known.some(k => k === level))
  if (strange.length > 0 || levels.length === 0) return refuse('round-level-unknown', { levels: strange, edition: edition.value.id })
  if (order.sites.length === 0) return refuse('round-without-site', { code: order.code })
  if (order.closesAt <= order.opensAt) return refuse('round-window-empty', { code: order.code })
  return ok({ ...order, roundId: order.roundId as RoundId, editionId: edition.value.id, levels })
}

export function roundStanding(round: Pick<Round, 'opensAt' | 'closesAt'>, now: Instant): RoundStanding {
  return now < round.opensAt ? 'before' : now < round.closesAt ? 'open' : 'closed'
}

/** Refuses `round-not-open` and `round-closed`, with the day as a fact. */
export function requireOpen(round: Round, now: Instant): Result<true> {
  switch (roundStanding(round, now)) {
    case 'before':
      return refuse('round-not-open', { code: round.code, opensOn: dayOf(round.opensAt) })
    case 'closed':
      return refuse('round-closed', { code: round.code, closedOn: lastDay(round) })
    case 'open':
      return ok(true)
  }
}

/** The last day on which applications are taken. */
export function lastDay(round: Pick<Round, 'closesAt'>): LocalDate {
  return dayOf(plusMinutes(round.closesAt, -1))
}

/** Refuses `level-not-in-round`: closed this year, or not held this time. */
export function requireLevel(round: Round, level: string): Result<LevelCode> {
  const found = round.levels.find(l => l === level)
  return found === undefined ? refuse('level-not-in-round', { level, code: round.code, levels: round.levels }) : ok(found)
}

/** Refuses `site-not-in-round`. */
export function requireSite(round: Round, code: string): Result<RoundSite> {
  const found = round.sites.find(site => site.code === code)
  return found === undefined ? refuse('site-not-in-round', { site: code, code: round.code }) : ok(found)
}

/** Until when a returned application may come back: the end of the round, and never less than the correction days. */
export function correctionUntil(round: Pick<Round, 'closesAt'>, returnedAt: Instant): Instant {
  const grace = atClock(plusDays(dayOf(returnedAt), CORRECTION_DAYS + 1), '00:00')
  return instant(Math.max(round.closesAt, grace))
}
