import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { printDocument } from '../../../../platform/print/print-document.ts'
import { record } from '../../../audit/index.ts'
import { personOf } from '../../../identity/index.ts'
import { institutionOf } from '../../../institution/index.ts'
import { photoOf } from '../../../registration/index.ts'
import { findScheme } from '../../../standard/contract.ts'
import type { downloadOwnTicket, listOwnTickets, printTicket, TicketView } from '../../contract.ts'
import { levelName } from '../../core/level-names.ts'
import { admissionTicket, ROOM_RULES } from '../../core/ticket/admission-ticket.ts'
import { findSeat } from '../../store/seats.ts'
import { findSession } from '../../store/sessions.ts'
import { findSitting } from '../../store/sittings.ts'
import { type KeptTicket, ticketsOfPerson } from '../../store/tickets.ts'
import { watchedSitting } from '../hall/hall-access.ts'

/** The admission tickets of whoever asks, the latest session first. */
export async function listOwnTicketsAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listOwnTickets>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const tickets: TicketView[] = []
  for (const ticket of await ticketsOfPerson(tx, ctx.actor.personId)) tickets.push(await ticketView(tx, ticket))
  return ok({ now: ctx.now, tickets })
}

/** The own ticket as PDF. Refuses `ticket-unknown`. */
export async function downloadOwnTicketAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof downloadOwnTicket> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const ticket = (await ticketsOfPerson(tx, ctx.actor.personId)).find(t => t.sessionId === params.sessionId)
  return ticket ? ok(await printed(tx, ctx, ticket)) : refuse('ticket-unknown')
}

/** A lost ticket, printed again by the office of the site; recorded. Refuses `sitting-unknown`, `seat-unknown`, `ticket-unknown`. */
export async function printTicketAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof printTicket> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  const sitting = await watchedSitting(tx, ctx, params.sittingId)
  if (!sitting.ok) return sitting
  const seat = await findSeat(tx, params)
  if (!seat) return refuse('seat-unknown')
  const ticket = (await ticketsOfPerson(tx, seat.personId)).find(t => t.sessionId === seat.sessionId)
  if (!ticket) return refuse('ticket-unknown')
  const file = await printed(tx, ctx, ticket)
  const facts = { sitting: params.sittingId, ticket: ticket.ticketNumber }
  await record(tx, ctx, { type: 'ticket-printed-again', subject: { kind: 'application', id: ticket.applicationId }, facts })
  return ok(file)
}

async function ticketView(tx: Tx, ticket: KeptTicket): Promise<TicketView> {
  const person = await personOf(tx, ticket.personId)
  const session = await findSession(tx, ticket.sessionId)
  if (!person || !session) throw new Error(`ticket ${ticket.ticketNumber} of nobody`)
  const site = await institutionOf(tx, ticket.siteCode)
  const papers: TicketView['papers'] = []
  for (const sittingId of ticket.sittings) papers.push(await paperView(tx, { ticket, sittingId, siteAddress: site?.address ?? '' }))
  const { ticketNumber, sessionId } = ticket
  const { code, day, editionId } = session
  const { name, idMasked } = person
  return {
    sessionId,
    code,
    day,
    ticketNumber,
    name,
    idMasked,
    levelName: levelName(editionId, ticket.level),
    papers,
    rules: [...ROOM_RULES],
  }
}

type PaperOf = { readonly ticket: KeptTicket; readonly sittingId: string; readonly siteAddress: string }

async function paperView(tx: Tx, { ticket, sittingId, siteAddress }: PaperOf): Promise<TicketView['papers'][number]> {
  const sitting = await findSitting(tx, sittingId)
  const seat = await findSeat(tx, { sittingId, applicationId: ticket.applicationId })
  if (!sitting || !seat) throw new Error(`ticket ${ticket.ticketNumber} without its seat in ${sittingId}`)
  const room = sitting.rooms.find(r => r.roomId === seat.roomId)
  const { paper, startsAt, endsAt, siteName } = sitting
  return { paper, startsAt, endsAt, siteName, siteAddress, roomNumber: seat.roomNumber, roomName: room?.name ?? '', seatNo: seat.seatNo }
}

async function printed(tx: Tx, ctx: Ctx, ticket: KeptTicket): Promise<FileReply> {
  const view = await ticketView(tx, ticket)
  const session = await findSession(tx, ticket.sessionId)
  const scheme = findScheme(session?.scheme ?? '')
  const issuer = scheme.ok ? scheme.value.issuer.value.zh : ''
  const footer = `${issuer}　${view.code}考次　请妥善保管，凭本证入场`
  const document = admissionTicket(view, { issuer, footer, printedAt: ctx.now })
  // without a photo the frame stays empty, to paste one in
  const photo = await photoOf(tx, ctx, ticket)
  const bytes = await printDocument(document, photo ? { photo } : {})
  return { bytes, mediaType: 'application/pdf', fileName: `准考证-${view.ticketNumber}.pdf` }
}
