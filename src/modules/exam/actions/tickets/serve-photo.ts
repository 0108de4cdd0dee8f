import type { ParamsOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { photoOf } from '../../../registration/index.ts'
import type { showOwnPhoto, showSeatPhoto } from '../../contract.ts'
import { findSeat } from '../../store/seats.ts'
import { ticketsOfPerson } from '../../store/tickets.ts'
import { keptSitting } from '../hall/hall-access.ts'

/** The photo of a candidate of a sitting, for its staff only. Refuses `sitting-unknown`, `seat-unknown`, `photo-unknown`. */
export async function showSeatPhotoAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof showSeatPhoto> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  const sitting = await keptSitting(tx, ctx, params.sittingId)
  if (!sitting.ok) return sitting
  const seat = await findSeat(tx, params)
  return seat ? photoReply(tx, ctx, seat) : refuse('seat-unknown')
}

/** The photo of one's own ticket. Refuses `ticket-unknown`, `photo-unknown`. */
export async function showOwnPhotoAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof showOwnPhoto> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const ticket = (await ticketsOfPerson(tx, ctx.actor.personId)).find(t => t.sessionId === params.sessionId)
  return ticket ? photoReply(tx, ctx, ticket) : refuse('ticket-unknown')
}

async function photoReply(
  tx: Tx,
  ctx: Ctx,
  { personId, applicationId }: { readonly personId: string; readonly applicationId: string },
): Promise<Result<FileReply>> {
  const bytes = await photoOf(tx, ctx, { personId, applicationId })
  return bytes ? ok({ bytes, mediaType: 'image/jpeg', fileName: '证件照片.jpg', inline: true }) : refuse('photo-unknown')
}
