import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import type { reEnterPaper } from '../../contract.ts'
import { hasEnded } from '../../core/attempt/attempt.ts'
import { descendsFrom } from '../../core/protocol/server/acts.ts'
import { entriesOf } from '../../store/hall/peer/book.ts'
import { linkOf } from '../hall/peer/link.ts'
import { openNextEpoch } from '../open-next-epoch.ts'
import { guardSeb } from '../seb/guard-seb.ts'
import { identifyBearer } from './identify-bearer.ts'
import { viewState } from './view-state.ts'
import { mayGoWithoutSeb } from '../seb/without-seb.ts'

type Entered = Result<ReplyOf<typeof reEnterPaper>>
type Request = { readonly params: { readonly attemptId: string } }
/** How long an entry waits for its peer to hold it too; a peer that is away is not waited for. */
const PEER_PATIENCE_MS = 500

/**
 * A page that cannot vouch for its numbers goes on in the next epoch. Also when the reply to an earlier entry got lost and it asks with the
 * token from before; a machine that somebody else has taken over from is refused. Refusals: `fenced`, `attempt-over`, those of the bearer.
 */
export async function reEnterAction(tx: Tx, { params }: Request, ctx: Ctx): Promise<Entered> {
  const bearer = await identifyBearer(tx, ctx, { attemptId: params.attemptId, lock: true })
  if (!bearer.ok) return bearer
  const { attempt, epoch } = bearer.value
  if (hasEnded(attempt)) return refuse('attempt-over')
  if (!descendsFrom({ entries: await entriesOf(tx, attempt) }, attempt.epoch, epoch)) return refuse('fenced')
  const guarded = await guardSeb(tx, ctx, { attempt, epoch })
  if (!guarded.ok) return guarded
  const entered = await openNextEpoch(tx, ctx, attempt, epoch)
  const seb = attempt.rules.seb === 'off' || (await mayGoWithoutSeb(tx, attempt)) ? 'off' : 'unverified'
  return ok({ token: entered.token, state: await viewState(tx, ctx, { attempt: entered.attempt, epoch: entered.attempt.epoch, seb }) })
}

/** Runs an entry in one transaction and lets the peer hear of it before the reply, so that its token holds at both servers. */
export function knownToPeer<R, T>(
  action: (tx: Tx, request: R, ctx: Ctx) => Promise<Result<T>>,
): (request: R, ctx: Ctx) => Promise<Result<T>> {
  return async (request, ctx) => {
    const { database } = ctx.ports
    const outcome = await database.transact<Result<T>>(async tx => {
      const done = await action(tx, request, ctx)
      if (!done.ok && !done.keep) throw new RolledBack(done)
      return done
    })
    if (outcome.ok) await linkOf(database)?.told(PEER_PATIENCE_MS)
    return outcome
  }
}
