import type { z } from 'zod'
import type { BodyOf, ReplyOf } from '../../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../../platform/db/database.ts'
import { tellPeerActs, tellPeerEvents, tellPeerFile, tellPeerSite, tellPeerState } from '../../../contract.ts'
import { SiteTold } from '../../../core/protocol/pair/wire-log.ts'
import { ActsTold, EventsTold, FileTold, StateTold } from '../../../core/protocol/pair/wire.ts'
import { findSelf } from '../../../store/hall/peer/self.ts'
import { checkStamp, sealReply } from './authentic.ts'
import { type PairLink, linkOf } from './link.ts'
import { takeActs } from './take-acts.ts'
import { takeEvents } from './take-events.ts'
import { takeFilePart } from './take-file.ts'
import { takeSite } from './take-site.ts'
import { stateHere, takeState } from './take-state.ts'

type Request = { readonly body: BodyOf<typeof tellPeerEvents> }
type Reply = Promise<Result<ReplyOf<typeof tellPeerEvents>>>

/** Takes events of the peer in; the reply follows the commit. Refusals: those of the stamp. */
export function tellPeerEventsAction({ body }: Request, ctx: Ctx): Reply {
  return receive(ctx, { path: tellPeerEvents.path, body, schema: EventsTold, take: async (tx, told) => ok(await takeEvents(tx, told)) })
}

/** Takes acts of the peer in; the reply follows the commit. Refusals: those of the stamp. */
export function tellPeerActsAction({ body }: Request, ctx: Ctx): Reply {
  return receive(ctx, { path: tellPeerActs.path, body, schema: ActsTold, take: async (tx, told) => ok(await takeActs(tx, ctx, told)) })
}

/** Takes a part of a file in; the reply to the last one follows the commit. Refusals: those of the stamp. */
export function tellPeerFileAction({ body }: Request, ctx: Ctx): Reply {
  return receive(ctx, {
    path: tellPeerFile.path,
    body,
    schema: FileTold,
    take: async (tx, told, link) => ok(await takeFilePart(tx, ctx, link, told)),
  })
}

/** Keeps what the peer tells of the site; the reply follows the commit. Refusals: those of the stamp. */
export function tellPeerSiteAction({ body }: Request, ctx: Ctx): Reply {
  return receive(ctx, { path: tellPeerSite.path, body, schema: SiteTold, take: async (tx, told) => ok(await takeSite(tx, ctx, told)) })
}

/** Hears how the peer is, and tells how this server is. Refusals: those of the stamp and of `takeState`. */
export function tellPeerStateAction({ body }: Request, ctx: Ctx): Reply {
  return receive(ctx, {
    path: tellPeerState.path,
    body,
    schema: StateTold,
    take: async (tx, told, link) => {
      const self = await findSelf(tx)
      const taken = self ? await takeState(tx, ctx, self, told) : refuse('site-empty')
      if (!taken.ok) return taken
      // at once: what this server tells of itself in the reply must not say that nothing is left to tell
      link.meetDisk(told.diskId)
      tx.afterCommit(() => {
        link.setInStep(taken.value.inStep)
        link.hearTime(told.now)
      })
      const here = await stateHere(tx, ctx, taken.value, { startedAt: link.startedAt, complete: link.isComplete() })
      return here ? ok(here) : refuse('site-empty')
    },
  })
}

export type Receiving<T> = {
  readonly path: string
  readonly body: BodyOf<typeof tellPeerEvents>
  readonly schema: z.ZodType<T>
  /** What has to stand before the message is taken; it has transactions of its own, and whether it came off shows in what is taken. */
  readonly before?: (told: T) => Promise<unknown>
  readonly take: (tx: Tx, told: T, link: PairLink) => Promise<Result<unknown>>
}

/** A message of the peer: proven, read, taken in one transaction, answered under a MAC. */
export async function receive<T>(ctx: Ctx, { path, body, schema, before, take }: Receiving<T>): Reply {
  const { database } = ctx.ports
  const link = linkOf(database)
  if (!link) return refuse('peer-not-expected')
  const stamped = await checkStamp(ctx, link.keeper, { path, payload: body.payload })
  if (!stamped.ok) return stamped
  const told = schema.safeParse(parsed(body.payload))
  if (!told.success) return refuse('peer-not-understood')
  const taken = await inTurn(link, async () => {
    await before?.(told.data)
    return database.transact<Result<unknown>>(async tx => {
      const outcome = await take(tx, told.data, link)
      if (!outcome.ok) throw new RolledBack(outcome)
      return outcome
    })
  })
  return taken.ok ? ok(sealReply(stamped.value.pairKey, stamped.value.stamp, taken.value)) : taken
}

const turns = new WeakMap<PairLink, Promise<unknown>>()

/** One message at a time: one that is sent again because its reply took too long waits for the first, and finds everything done. */
function inTurn<T>(link: PairLink, run: () => Promise<T>): Promise<T> {
  const turn = (turns.get(link) ?? Promise.resolve()).then(run, run)
  turns.set(link, turn)
  return turn
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}
