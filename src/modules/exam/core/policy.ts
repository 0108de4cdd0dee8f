import { type Actor, holds, holdsAt, type Role } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

const HALL: readonly Role[] = ['site-manager', 'invigilator']
const WATCHERS: readonly Role[] = ['national-officer', 'provincial-officer', 'external-verifier', ...HALL]
/** Whoever may open a session's page. */
export const SESSION_READERS: readonly Role[] = [...WATCHERS, 'institution-manager', 'registrar', 'auditor']
type Site = { readonly siteCode: string }

/** The calendar and the sessions are the national centre's. */
export function mayRunSessions(actor: Actor): Result<true> {
  return permitted(actor, ['national-officer'])
}
/** The calendar tells when exams are: for everybody who is signed in. */
export function mayReadCalendar(actor: Actor): Result<true> {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}
/** A session not yet published is the national centre's own. */
export function seesDrafts(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'national-officer')
}
export function mayReadSessions(actor: Actor): Result<true> {
  return permitted(actor, SESSION_READERS)
}

/** Who may look at halls at all; which ones is decided at each sitting. */
export function mayWatchHalls(actor: Actor): Result<true> {
  return permitted(actor, WATCHERS)
}
/** The nation watches all sites, a province its own, hall staff only theirs. */
export function watchesHall(actor: Actor, { siteCode }: Site): boolean {
  return holdsAt(actor, placeOf(siteCode), ...WATCHERS)
}

/** Checking in, marking absent and closing belong to the staff of the hall; officers look on. */
export function mayKeepHalls(actor: Actor): Result<true> {
  return permitted(actor, HALL)
}
export function keepsHall(actor: Actor, { siteCode }: Site): boolean {
  return holdsAt(actor, placeOf(siteCode), ...HALL)
}

/** Packages, the ceremony of their keys and what comes back: the nation acts, the provinces look on at their own sites. */
export function mayReadSealings(actor: Actor): Result<true> {
  return permitted(actor, ['national-officer', 'provincial-officer'])
}
/** Does this actor look after the site, as the nation or its province? */
export function overseesSite(actor: Actor, { siteCode }: Site): boolean {
  return holdsAt(actor, placeOf(siteCode), 'national-officer', 'provincial-officer')
}
/** Own keys and shares are for staff; what each may do with them is decided by their grants. */
export function mayKeepOwnKeys(actor: Actor): Result<true> {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  return actor.grants.some(grant => grant.role !== 'candidate') ? ok(true) : refuse('not-permitted')
}
/** Sites have no account: a call is believed by its signature. */
export function mayCall(): Result<true> {
  return ok(true)
}
/** Hall staff set the pass phrase of their consoles. */
export function maySetHallPass(actor: Actor): Result<true> {
  return permitted(actor, ['site-manager', 'site-engineer', 'invigilator'])
}

export function mayReadOwnTickets(actor: Actor): Result<true> {
  return actor.kind === 'person' ? ok(true) : refuse('not-signed-in')
}

function permitted(actor: Actor, roles: readonly Role[]): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, ...roles) ? ok(true) : refuse('not-permitted')
}

function placeOf(siteCode: string) {
  return { site: siteCode, institution: siteCode, province: siteCode.slice(0, 2) }
}
