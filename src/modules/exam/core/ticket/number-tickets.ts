import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { NominalMonth } from '../calendar/calendar.ts'
import { type TicketNumber, ticketNumber } from '../hall/ticket-number.ts'
import type { SittingPlan } from '../arrangement/plan-arrangement.ts'

/** A site's number within its province for one session: three digits of every ticket number of that site. */
export type SiteNumber = { readonly siteCode: string; readonly province: string; readonly siteNumber: number }
export type NumberedTicket = { readonly applicationId: string; readonly ticketNumber: TicketNumber }

const SEATS_A_ROOM = 99
const LAST_ROOM = 99

/** Numbers the sites: those that have a number keep it, new ones follow in the order of their codes. Refuses `ticket-part-out-of-range`. */
export function numberSites(siteCodes: readonly string[], known: readonly SiteNumber[]): Result<readonly SiteNumber[]> {
  const numbered = [...known]
  for (const siteCode of [...new Set(siteCodes)].sort()) {
    if (numbered.some(n => n.siteCode === siteCode)) continue
    const province = siteCode.slice(0, 2)
    const siteNumber = Math.max(0, ...numbered.filter(n => n.province === province).map(n => n.siteNumber)) + 1
    if (siteNumber > 999)
      return refuse('ticket-part-out-of-range', { part: '考点', partEn: 'site', value: siteNumber, from: 1, until: 999 })
    numbered.push({ siteCode, province, siteNumber })
  }
  return ok(numbered)
}

/**
 * One number for each candidate: by room and seat of the theory paper, so that rooms stand in ranges of numbers. Who sits the
 * practical paper alone gets a number from the rooms that no site has, counted down from 99.
 * Refuses `ticket-part-out-of-range` when the two would meet.
 */
export function numberTickets(
  plans: readonly SittingPlan[],
  session: { readonly nominal: NominalMonth; readonly sites: readonly SiteNumber[] },
): Result<readonly NumberedTicket[]> {
  const tickets = new Map<string, TicketNumber>()
  const theory = plans.filter(p => p.paper === 'theory')
  for (const plan of theory) {
    for (const place of plan.places) {
      const number = numberAt(plan, session, { room: place.roomNumber, seat: place.seatNumber })
      if (!number.ok) return number
      tickets.set(place.applicant.applicationId, number.value)
    }
  }
  for (const plan of plans.filter(p => p.paper === 'skill')) {
    const alone = plan.places
      .map(p => p.applicant.applicationId)
      .filter(id => !tickets.has(id))
      .sort()
    const highest = Math.max(0, ...theory.filter(p => p.siteCode === plan.siteCode).flatMap(p => p.rooms.map(r => r.number)))
    for (const [i, applicationId] of alone.entries()) {
      const room = LAST_ROOM - Math.floor(i / SEATS_A_ROOM)
      if (room <= highest)
        return refuse('ticket-part-out-of-range', { part: '考场', partEn: 'room', value: room, from: highest + 1, until: LAST_ROOM })
      const number = numberAt(plan, session, { room, seat: (i % SEATS_A_ROOM) + 1 })
      if (!number.ok) return number
      tickets.set(applicationId, number.value)
    }
  }
  return ok([...tickets].map(([applicationId, number]) => ({ applicationId, ticketNumber: number })))
}

function numberAt(
  plan: SittingPlan,
  session: { readonly nominal: NominalMonth; readonly sites: readonly SiteNumber[] },
  at: { readonly room: number; readonly seat: number },
): Result<TicketNumber> {
  const site = session.sites.find(s => s.siteCode === plan.siteCode)
  if (!site) throw new Error(`site ${plan.siteCode} has no number`)
  return ticketNumber({ nominal: session.nominal, province: site.province, site: site.siteNumber, level: levelDigit(plan.level), ...at })
}

/** `L4` → 4; a special ability without grade → 0. */
function levelDigit(level: string): number {
  const found = /^L([1-5])$/.exec(level)
  return found ? Number(found[1]) : 0
}
