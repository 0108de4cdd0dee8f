import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { markHintCardRead, readHintCards, sendHintCard } from '../../contract.ts'
import { MODES } from '../../core/modes.ts'
import { isOwner } from '../../core/policy.ts'
import { cardsOf, findSeat, findWorkshop, insertCard, markCardRead, seatsOf } from '../../store/workshops.ts'
import { type WorldHead, type WorldPlace, findWorld } from '../../store/worlds.ts'

/** Sends a card to one trainee or to all of a workshop, each put on record. Refusals: `workshop-not-found`, `workshop-closed`, `not-in-workshop`. */
export async function sendCard(
  tx: Tx,
  { params, body }: { params: ParamsOf<typeof sendHintCard>; body: BodyOf<typeof sendHintCard> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof sendHintCard>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const workshop = await findWorkshop(tx, params)
  if (workshop === undefined) return refuse('workshop-not-found')
  if (workshop.closedAt !== null) return refuse('workshop-closed')
  const one = body.ownerId === null ? undefined : await findSeat(tx, { ...params, ownerId: body.ownerId })
  const seats = body.ownerId === null ? await seatsOf(tx, params) : one === undefined ? [] : [one]
  if (seats.length === 0) return refuse('not-in-workshop')
  for (const seat of seats) {
    const card = { ownerId: seat.ownerId, worldId: seat.worldId, cardId: newId() }
    await insertCard(tx, { ...card, text: body.text, sentBy: ctx.actor.personId, now: ctx.now })
  }
  await record(tx, ctx, {
    type: 'lab-hint-card-sent',
    subject: { kind: 'lab-workshop', id: params.workshopId },
    facts: { institution: params.institution, worlds: seats.map(seat => seat.worldId), text: body.text },
  })
  return ok({ sent: seats.length })
}

type Own = { readonly params: { readonly worldId: string } }

/** The world of who asks; a card is laid beside its person's own desktop only. */
async function ownWorld(tx: Tx, { params }: Own, ctx: Ctx): Promise<WorldHead | undefined> {
  if (ctx.actor.kind !== 'person') return undefined
  const head = await findWorld(tx, { ownerId: ctx.actor.personId, worldId: params.worldId })
  return head !== undefined && isOwner(ctx.actor, head) ? head : undefined
}

/** Refusal: `world-not-found`. */
export async function readCards(
  tx: Tx,
  request: { params: ParamsOf<typeof readHintCards> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readHintCards>>> {
  const head = await ownWorld(tx, request, ctx)
  if (head === undefined) return refuse('world-not-found')
  return ok({ live: head.institution !== null && MODES[head.mode].open, cards: await shownCards(tx, head) })
}

/** Refusal: `world-not-found`. */
export async function readOneCard(
  tx: Tx,
  request: { params: ParamsOf<typeof markHintCardRead> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof markHintCardRead>>> {
  const head = await ownWorld(tx, request, ctx)
  if (head === undefined) return refuse('world-not-found')
  const { ownerId, worldId } = head
  await markCardRead(tx, { ownerId, worldId, cardId: request.params.cardId, now: ctx.now })
  return ok({ cards: await shownCards(tx, head) })
}

async function shownCards(tx: Tx, place: WorldPlace): Promise<ReplyOf<typeof readHintCards>['cards']> {
  return cardsOf(tx, place)
}
