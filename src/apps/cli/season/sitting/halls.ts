import { type SittingView, checkIn, closeSitting, listSittings, showHall } from '../../../../modules/exam/contract.ts'
import type { Client } from '../../../../platform/http/client.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track } from '../driving/season-world.ts'
import type { OpenSession } from '../steps/open-session.ts'

/** A sitting with the people who keep its hall. */
export type Hall = { readonly sitting: SittingView; readonly keepers: readonly Client[] }
/** Somebody's seat, as the staff of the hall sees it. */
export type SeatOf = { readonly hall: Hall; readonly applicationId: string; readonly roomName: string; readonly seatNo: number }

/** The halls of one paper, seen by the staff of each site. */
export async function hallsOf(world: SeasonWorld, session: OpenSession, paper: SittingView['paper']): Promise<Hall[]> {
  const halls: Hall[] = []
  for (const { code } of session.sites) {
    const keepers = [...(await world.staff.holding('invigilator', code)), ...(await world.staff.holding('site-manager', code))]
    const [first] = keepers
    if (first === undefined) throw new Error(`考点${code}没有监考员。(nobody keeps the halls of this site)`)
    const { sittings } = await world.caller.must(first, listSittings, { query: { day: session.day } })
    const own = sittings.filter(s => s.sessionId === session.sessionId && s.paper === paper && s.siteCode === code)
    halls.push(...own.map(sitting => ({ sitting, keepers })))
  }
  return halls
}

/** Every taken seat of the halls. */
export async function seatsOfHalls(world: SeasonWorld, halls: readonly Hall[]): Promise<SeatOf[]> {
  const seats: SeatOf[] = []
  for (const hall of halls) {
    const { rooms } = await world.caller.must(keeper(hall, 0), showHall, { params: { sittingId: hall.sitting.sittingId } })
    for (const room of rooms) {
      for (const { applicationId, seatNo } of room.seats)
        if (applicationId !== null) seats.push({ hall, applicationId, roomName: room.name, seatNo })
    }
  }
  return seats
}

/** The invigilators check in whoever comes; answers with the entry codes by application. */
export async function letIn(
  world: SeasonWorld,
  seats: readonly SeatOf[],
  tracks: readonly Track[],
  comes: (track: Track) => boolean,
): Promise<Map<string, string | null>> {
  const byApplication = new Map(tracks.map(t => [t.application?.applicationId, t]))
  const codes = new Map<string, string | null>()
  await inParallel(seats, AT_ONCE, async ({ hall, applicationId }, index) => {
    const track = byApplication.get(applicationId)
    if (track === undefined) throw new Error(`座位上的申报${applicationId}不属于本次运行。(an unknown application has a seat)`)
    if (!comes(track)) return
    const body = { applicationId, document: 'resident-id-card' as const, ticketShown: true, identityMatches: true }
    const { entryCode } = await world.caller.must(keeper(hall, index), checkIn, { params: { sittingId: hall.sitting.sittingId }, body })
    codes.set(applicationId, entryCode)
    world.progress.step()
  })
  return codes
}

/** Closes the sittings; who never came is absent then, and open work is handed in. */
export async function closeHalls(
  world: SeasonWorld,
  halls: readonly Hall[],
): Promise<{ readonly handedIn: number; readonly absent: number }> {
  let handedIn = 0
  let absent = 0
  for (const hall of halls) {
    const closed = await world.caller.must(keeper(hall, 0), closeSitting, {
      params: { sittingId: hall.sitting.sittingId },
      body: { note: '考场秩序正常。' },
    })
    handedIn += closed.handedIn
    absent += closed.absent
  }
  return { handedIn, absent }
}

function keeper({ keepers, sitting }: Hall, index: number): Client {
  const found = keepers[index % keepers.length]
  if (found === undefined) throw new Error(`nobody keeps ${sitting.sittingId}`)
  return found
}
