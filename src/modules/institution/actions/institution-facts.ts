import type { LocalDate } from '../../../kernel/local-date.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Authorisation, authorisationFor, type AuthorisedScope } from '../core/authorisation.ts'
import type { Appointment, Institution } from '../core/institution.ts'
import { seatsOf } from '../core/room.ts'
import { findInstitution, listAppointments, listAuthorisations, listInstitutions, listRooms } from '../store/institutions.ts'

/** A place in the grid of a room: a seat with the number on its desk, or a gap (`seatNo: null`) without a usable machine. */
export type SitePlace = { readonly seatNo: number | null; readonly row: number; readonly column: number; readonly usable: boolean }
/** A room of a site as the hall sees it; `spareSeats` machines are kept free for a change of seat. */
export type SiteRoom = {
  readonly roomId: string
  readonly number: number
  readonly name: string
  readonly uses: readonly ('theory' | 'skill')[]
  readonly rows: number
  readonly columns: number
  readonly spareSeats: number
  readonly certifiedUntil: LocalDate | null
  readonly seats: readonly SitePlace[]
}

export function institutionOf(tx: Tx, code: string): Promise<Institution | undefined> {
  return findInstitution(tx, code)
}

export function institutionsOfProvince(tx: Tx, province: string): Promise<Institution[]> {
  return listInstitutions(tx, province)
}

/** Rooms by number, each with every place of its grid: seats in the order of their numbers, then the gaps. */
export async function roomsOfSite(tx: Tx, siteCode: string): Promise<SiteRoom[]> {
  return (await listRooms(tx, [siteCode])).map(room => {
    const seats = seatsOf(room).map(({ number, row, column }) => ({ seatNo: number, row, column, usable: true }))
    const gaps = room.gaps.map(({ row, column }) => ({ seatNo: null, row, column, usable: false }))
    const { id: roomId, number, name, uses, rows, columns, spareSeats, certifiedUntil } = room
    return { roomId, number, name, uses, rows, columns, spareSeats, certifiedUntil, seats: [...seats, ...gaps] }
  })
}

/** What an institution may be asked to do: train or assess a level on a day. */
export type AuthorisationNeed = {
  readonly institution: string
  readonly purpose: AuthorisedScope
  readonly level: string
  readonly on: LocalDate
}

/** The authorisation that covers the need, or the reason against it (`authorisation-missing`, `-expired`, `level-not-in-scope` …). */
export async function authorisationVerdict(tx: Tx, need: AuthorisationNeed): Promise<Result<Authorisation>> {
  const all = await listAuthorisations(tx, [need.institution])
  return authorisationFor(all, { scope: need.purpose, level: need.level, day: need.on })
}

/** The sites (考点) that may assess at least one of the levels on a day, with the levels they may assess. */
export async function assessmentSites(
  tx: Tx,
  need: { readonly levels: readonly string[]; readonly on: LocalDate },
): Promise<readonly (Institution & { readonly levels: readonly string[] })[]> {
  const institutions = await listInstitutions(tx, '')
  const all = await listAuthorisations(
    tx,
    institutions.map(i => i.code),
  )
  const held = Map.groupBy(all, a => a.institutionId)
  return institutions.flatMap(institution => {
    const own = held.get(institution.code) ?? []
    const levels = need.levels.filter(level => authorisationFor(own, { scope: 'assessment', level, day: need.on }).ok)
    return levels.length > 0 ? [{ ...institution, levels }] : []
  })
}

export function appointmentsOf(tx: Tx, of: { readonly institution: string }): Promise<Appointment[]> {
  return listAppointments(tx, of.institution)
}
