import { hash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { plusMinutes } from '../../../../kernel/instant.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { type PaperPackage, type SiteRoster, rehearsalPaper, rehearsalRoster } from '../../../delivery/contract.ts'
import { centreKeys, enrolledSite, installedPackage } from '../../../delivery/index.ts'
import { peopleOf } from '../../../identity/index.ts'
import { roomsOfSite } from '../../../institution/index.ts'
import { photoOf } from '../../../registration/index.ts'
import { levelName } from '../../core/level-names.ts'
import { type RosterFacts, type RosterStaff, siteRoster } from '../../core/sealing/site-roster.ts'
import { PAPER_NAMES } from '../../core/session-template.ts'
import { type AllocatedSeat, seatsOfSitting } from '../../store/seats.ts'
import type { KeptSession } from '../../store/sessions.ts'
import { formsOfSession, type SessionForm } from '../../store/sittings.ts'
import { maskedName } from '../arrangement/write-seats.ts'
import { hallStaffOf, type SessionSite } from './site-facts.ts'

/** What goes into a package, before it is sealed. It lives in memory only. */
export type ComposedSite = {
  readonly siteCode: string
  readonly siteName: string
  readonly recipient: string
  readonly roster: SiteRoster
  readonly papers: readonly PaperPackage[]
  readonly faces: number
}

/** A face is compared by eye at the door: this is enough for it, and keeps a roster small. */
const FACE = { width: 150, height: 200, quality: 72 } as const

/** Puts together what one site gets of a session: the roster, and the papers that its candidates play. Throws where a site is not ready. */
export async function composeSite(tx: Tx, ctx: Ctx, session: KeptSession, site: SessionSite): Promise<ComposedSite> {
  const forms = await formsOfSession(tx, session.id)
  const faces = new Map<string, string | null>()
  const seats: RosterFacts['seats'][number][] = []
  for (const sitting of site.sittings)
    for (const seat of await seatsOfSitting(tx, sitting.sittingId)) {
      if (!faces.has(seat.personId)) faces.set(seat.personId, await faceOf(tx, ctx, seat))
      seats.push(await rosterSeat(tx, seat, { packageId: packageOf(forms, seat), face: faces.get(seat.personId) ?? null }))
    }
  const roster = siteRoster({
    ...(await headOf(tx, ctx, session, site)),
    sittings: site.sittings.map(sitting => ({
      ...sitting,
      title: `${levelName(session.editionId, sitting.level)}·${PAPER_NAMES[sitting.paper].zh}`,
    })),
    seats,
    spareSeats: await spareSeatsOf(tx, site),
  })
  const papers = await papersOf(tx, new Set(seats.map(seat => seat.packageId)))
  const found = [...faces.values()].filter(face => face !== null).length
  return { ...site, recipient: await recipientOf(tx, site), roster, papers, faces: found }
}

/** The rehearsal of a site: invented people at as many seats as its largest hall has, opened by the two who will open the real papers. */
export async function composeRehearsal(tx: Tx, ctx: Ctx, session: KeptSession, site: SessionSite): Promise<ComposedSite> {
  const { staff, sitePackageId, pairKey, centre } = await headOf(tx, ctx, session, site)
  const ids = { packageId: newId(), sittingId: newId(), sitePackageId }
  const paper = rehearsalPaper(ids, sha256)
  const engineer = staff.find(one => one.duties.includes('site-engineer'))
  const manager = staff.find(one => one.duties.includes('site-manager') && one !== engineer)
  if (!manager || !engineer) throw new Error(`nobody opens the papers of ${site.siteCode}`)
  const seats = Math.max(1, ...site.sittings.map(sitting => sitting.rooms.reduce((sum, room) => sum + room.seats.length, 0)))
  const { siteCode, siteName } = site
  const roster = { ...rehearsalRoster({ ...ids, pairKey, siteCode, siteName, seats, opensAt: ctx.now, manager, engineer }), centre }
  return { ...site, recipient: await recipientOf(tx, site), roster, papers: [paper], faces: 0 }
}

type Head = Pick<RosterFacts, 'sitePackageId' | 'siteCode' | 'siteName' | 'title' | 'pairKey' | 'staff' | 'centre'>

async function headOf(tx: Tx, ctx: Ctx, session: KeptSession, { siteCode, siteName }: SessionSite): Promise<Head> {
  const staff = (await hallStaffOf(tx, ctx, siteCode)).filter((one): one is RosterStaff => one.passVerifier !== null)
  const pairKey = randomBytes(32).toString('hex')
  return { sitePackageId: newId(), siteCode, siteName, title: titleOf(session), pairKey, staff, centre: await centreKeys(ctx.ports.keys) }
}

/** 2026年12月考次. */
export function titleOf({ nominal }: Pick<KeptSession, 'nominal'>): string {
  const [year, month] = nominal.split('-')
  return `${year}年${Number(month)}月考次`
}

async function recipientOf(tx: Tx, { siteCode }: SessionSite): Promise<string> {
  const enrolled = await enrolledSite(tx, siteCode)
  if (!enrolled) throw new Error(`site ${siteCode} is not enrolled`)
  return enrolled.recipient
}

async function rosterSeat(tx: Tx, seat: AllocatedSeat, more: { readonly packageId: string; readonly face: string | null }) {
  const person = (await peopleOf(tx, [seat.personId])).get(seat.personId)
  const { sittingId, personId, ticketNumber, roomId, seatNo } = seat
  return {
    ...more,
    sittingId,
    personId,
    ticketNumber,
    roomId,
    seatNo,
    maskedName: maskedName(person?.name ?? ''),
    maskedIdNumber: person?.idMasked ?? '',
  }
}

function packageOf(forms: readonly SessionForm[], { level, form }: AllocatedSeat): string {
  const found = forms.find(one => one.level === level && one.form === (form ?? 'P'))
  if (!found) throw new Error(`no form ${form ?? 'P'} of ${level}`)
  return found.packageId
}

/** The registration photo as a small JPEG, base64; null where there is none. */
async function faceOf(tx: Tx, ctx: Ctx, seat: AllocatedSeat): Promise<string | null> {
  const photo = await photoOf(tx, ctx, seat)
  if (photo === null) return null
  const small = sharp(photo).rotate().resize({ width: FACE.width, height: FACE.height, fit: 'cover' }).jpeg({ quality: FACE.quality })
  return (await small.toBuffer()).toString('base64')
}

/** The machines of a room that no sitting gives out. */
async function spareSeatsOf(tx: Tx, { siteCode, sittings }: SessionSite): Promise<ReadonlyMap<string, readonly number[]>> {
  const given = new Map<string, Set<number>>()
  for (const room of sittings.flatMap(sitting => sitting.rooms))
    given.set(room.roomId, new Set([...(given.get(room.roomId) ?? []), ...room.seats.map(seat => seat.seatNo)]))
  const spare = (await roomsOfSite(tx, siteCode)).map(({ roomId, seats }): [string, number[]] => [
    roomId,
    seats.flatMap(({ seatNo }) => (seatNo !== null && !given.get(roomId)?.has(seatNo) ? [seatNo] : [])),
  ])
  return new Map(spare)
}

async function papersOf(tx: Tx, packageIds: ReadonlySet<string>): Promise<PaperPackage[]> {
  const papers: PaperPackage[] = []
  for (const packageId of [...packageIds].sort()) {
    const paper = await installedPackage(tx, packageId)
    if (!paper) throw new Error(`package ${packageId} is not installed`)
    papers.push(paper)
  }
  return papers
}

/** A package of a session is good until a day after its last paper; a rehearsal for a week. */
export function validityOf(ctx: Ctx, sites: readonly SessionSite[], rehearsal: boolean) {
  const lastEnd = Math.max(...sites.flatMap(site => site.sittings.map(sitting => sitting.endsAt)))
  const until = rehearsal ? plusMinutes(ctx.now, 7 * 24 * 60) : plusMinutes(Math.max(lastEnd, ctx.now) as typeof ctx.now, 24 * 60)
  return { validFrom: ctx.now, validUntil: until }
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}
