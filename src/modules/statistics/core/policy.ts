import { type Actor, type Role, holds, provincesOf } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

const READERS: readonly Role[] = ['national-officer', 'provincial-officer', 'auditor']

/** Reports are read by the national centre, by provinces for themselves, and by auditors. */
export function mayReadReports(actor: Actor): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, ...READERS) ? ok(true) : refuse('not-permitted')
}

/** The provinces a reader's figures cover: null is the whole nation. */
export function provincesRead(actor: Actor): readonly string[] | null {
  return actor.kind === 'person' ? provincesOf(actor.grants, READERS) : []
}

/** The national centre reads the people themselves, so groups are masked for everybody else only. */
export function readsSmallGroups(actor: Actor): boolean {
  return actor.kind === 'person' && actor.grants.some(g => g.role === 'national-officer' && g.scope.kind === 'nation')
}
