import type { FieldFault } from '../../../../kernel/result.ts'
import type { SiteRoster } from './site-package.ts'

/** What the shape alone does not show: seats that do not exist or are taken twice, people named twice, sittings nobody knows. */
export function rosterFaults(roster: SiteRoster): FieldFault[] {
  const seats = roster.rooms.flatMap(room => [...room.seats, ...room.spareSeats].map(seat => placeOf(room.roomLabel, seat)))
  const known = new Set(seats)
  const sittings = new Set(roster.sittings.map(sitting => sitting.sittingId))
  return [
    ...repeated(roster.rooms.map(room => room.roomLabel)).map(room => fault('rooms', `考场${room}重复`, `room ${room} stands twice`)),
    ...repeated(seats).map(seat => fault('rooms', `机位${said(seat)}重复`, `seat ${said(seat)} stands twice`)),
    ...repeated(roster.sittings.map(one => one.sittingId)).map(id => fault('sittings', `场次${id}重复`, `sitting ${id} stands twice`)),
    ...repeated(roster.staff.map(one => one.staffId)).map(id => fault('staff', `工作人员${id}重复`, `staff ${id} stands twice`)),
    ...repeated(roster.candidates.map(one => `${one.sittingId} ${one.candidateRef}`)).map(id =>
      fault('candidates', `考生${id}重复`, `candidate ${id} stands twice`),
    ),
    ...repeated(roster.candidates.map(one => `${one.sittingId} ${one.ticketNumber}`)).map(id =>
      fault('candidates', `准考证号${id}重复`, `ticket ${id} stands twice`),
    ),
    ...[...Map.groupBy(roster.candidates, one => one.sittingId).values()].flatMap(group =>
      repeated(group.map(one => placeOf(one.roomLabel, one.seatLabel))).map(place =>
        fault('candidates', `机位${said(place)}安排了两位考生`, `two candidates at ${said(place)}`),
      ),
    ),
    ...roster.candidates.flatMap(one => [
      ...(sittings.has(one.sittingId) ? [] : [fault(one.candidateRef, '场次不在名单中', 'sitting is not on the roster')]),
      ...(known.has(placeOf(one.roomLabel, one.seatLabel)) ? [] : [fault(one.candidateRef, '机位不在考场中', 'seat is in no room')]),
    ]),
  ]
}

/** A room and a seat as one text. Labels may hold any character, so that simply put together two places could read the same. */
function placeOf(roomLabel: string, seatLabel: string): string {
  return JSON.stringify([roomLabel, seatLabel])
}

/** A place as people read it. */
function said(place: string): string {
  return (JSON.parse(place) as string[]).join(' ')
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter(name => seen.size === seen.add(name).size)
}

function fault(path: string, zh: string, en: string): FieldFault {
  return { path, zh, en }
}
