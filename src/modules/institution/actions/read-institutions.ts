import type { ParamsOf, QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { dayOf } from '../../../kernel/instant.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { peopleOf } from '../../identity/index.ts'
import type { InstitutionView, listInstitutionNames, listInstitutions, showInstitution } from '../contract.ts'
import { type Authorisation, daysToExpiry } from '../core/authorisation.ts'
import { holdsOn, type Institution } from '../core/institution.ts'
import { seesInstitution } from '../core/policy.ts'
import { capacityOf, type Room, seatsOf } from '../core/room.ts'
import { standingOn } from '../core/standing.ts'
import { findInstitution, listAppointments, listAuthorisations, listInstitutions as readAll, listRooms } from '../store/institutions.ts'

type ListReply = ReplyOf<typeof listInstitutions>
type DetailReply = ReplyOf<typeof showInstitution>

/** The institutions within the reach of whoever asks, with the standing of their authorisations today. */
export async function readInstitutions(
  tx: Tx,
  { query }: { readonly query: QueryOf<typeof listInstitutions> },
  ctx: Ctx,
): Promise<Result<ListReply>> {
  const seen = (await readAll(tx, query.province)).filter(i => seesInstitution(ctx.actor, i) && matches(i, query.search))
  const shown = seen.slice(query.from, query.from + query.most)
  const codes = shown.map(i => i.code)
  const authorisations = Map.groupBy(await listAuthorisations(tx, codes), a => a.institutionId)
  const rooms = Map.groupBy(await listRooms(tx, codes), r => r.institutionId)
  const today = dayOf(ctx.now)
  const views = shown.map(i => viewOf(i, { authorisations: authorisations.get(i.code) ?? [], rooms: rooms.get(i.code) ?? [], today }))
  return ok({ total: seen.length, today, institutions: views })
}

/** Every institution by code and name, for pages that show a place. */
export async function readInstitutionNames(tx: Tx): Promise<Result<ReplyOf<typeof listInstitutionNames>>> {
  return ok({ names: (await readAll(tx, '')).map(({ code, name }) => ({ code, name })) })
}

/** One institution: authorisations, rooms as seat grids, people appointed. Refuses `institution-unknown` also where it is out of reach. */
export async function readInstitution(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof showInstitution> },
  ctx: Ctx,
): Promise<Result<DetailReply>> {
  const institution = await findInstitution(tx, params.institution)
  if (!institution || !seesInstitution(ctx.actor, institution)) return refuse('institution-unknown', { code: params.institution })
  const [authorisations, rooms, appointments] = [
    await listAuthorisations(tx, [institution.code]),
    await listRooms(tx, [institution.code]),
    await listAppointments(tx, institution.code),
  ]
  const people = await peopleOf(
    tx,
    appointments.map(a => a.personId),
  )
  const today = dayOf(ctx.now)
  return ok({
    ...viewOf(institution, { authorisations, rooms, today }),
    today,
    authorisations: authorisations.map(a => authorisationView(a, today)),
    roomGrids: rooms.map(roomView),
    appointments: appointments.map(a => ({
      ...a,
      levels: [...a.levels],
      name: people.get(a.personId)?.name ?? '',
      holds: holdsOn(a, today),
    })),
  })
}

type Around = { readonly authorisations: readonly Authorisation[]; readonly rooms: readonly Room[]; readonly today: LocalDate }

function viewOf(institution: Institution, { authorisations, rooms, today }: Around): InstitutionView {
  const seats = rooms.reduce((sum, room) => sum + capacityOf(room), 0)
  return { ...institution, rooms: rooms.length, seats, standing: standingOn(authorisations, today) }
}

function authorisationView(authorisation: Authorisation, today: LocalDate): DetailReply['authorisations'][number] {
  const { id, scopes, levels, from, until, state, reason } = authorisation
  const standing = standingOn([authorisation], today)
  const daysLeft = daysToExpiry(authorisation, today)
  return { authorisationId: id, scopes: [...scopes], levels: [...levels], from, until, state, reason, standing, daysLeft }
}

function roomView(room: Room): DetailReply['roomGrids'][number] {
  const { id: roomId, number, name, uses, rows, columns, spareSeats, certifiedUntil } = room
  const seats = seatsOf(room).map(s => ({ seatNo: s.number, row: s.row, column: s.column }))
  return { roomId, number, name, uses: [...uses], rows, columns, spareSeats, certifiedUntil, seats, capacity: capacityOf(room) }
}

function matches(institution: Institution, search: string): boolean {
  return search === '' || institution.name.includes(search) || institution.code.startsWith(search)
}
