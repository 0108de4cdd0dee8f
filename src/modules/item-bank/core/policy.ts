import { type Actor, type Role, holdsAt } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

type Verdict = Result<true, Refusal>

function nationally(actor: Actor, ...roles: readonly Role[]): Verdict {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holdsAt(actor, {}, ...roles) ? ok(true) : refuse('not-permitted')
}

/** The bank is one for the nation and secret: open to item writers, item reviewers and the national centre, and to nobody else. */
export function mayUseBank(actor: Actor): Verdict {
  return nationally(actor, 'item-writer', 'item-reviewer', 'national-officer')
}

export function mayWriteItems(actor: Actor): Verdict {
  return nationally(actor, 'item-writer')
}

export function mayReviewItems(actor: Actor): Verdict {
  return nationally(actor, 'item-reviewer')
}

/** Approving, trying out, putting into operation and retiring are decisions of the national centre. */
export function mayApproveItems(actor: Actor): Verdict {
  return nationally(actor, 'national-officer')
}

/** A specification table decides what may be examined: it is entered by the national centre alone. */
export function mayEnterSpecifications(actor: Actor): Verdict {
  return nationally(actor, 'national-officer')
}
