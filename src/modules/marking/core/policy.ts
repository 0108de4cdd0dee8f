import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** Marks are given by assessors and chief assessors; which scripts they reach is decided at the row. */
export function mayMark(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'assessor', 'chief-assessor') ? ok(true) : refuse('not-permitted')
}

/** The chief assessor leads the marking of the sites within their reach; the national centre sees all. */
export function mayLeadMarking(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'chief-assessor', 'national-officer') ? ok(true) : refuse('not-permitted')
}

/** Evidence is read by those who mark and by the national centre; which scripts they reach is decided at the row. */
export function mayReadMarking(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'assessor', 'chief-assessor', 'national-officer') ? ok(true) : refuse('not-permitted')
}
