import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { WorkshopMode } from '../core/board/workshop.ts'
import { HeadRow, type WorldHead, type WorldPlace } from './worlds.ts'

const sql = sqlFile(import.meta.url, './workshops.sql')

/** Where a workshop stands: of which institution, and which. */
export type WorkshopPlace = { readonly institution: string; readonly workshopId: string }
export type Workshop = WorkshopPlace & {
  readonly name: string
  readonly task: string
  readonly mode: WorkshopMode
  readonly code: string
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}
/** Somebody in a workshop with the world they have there. */
export type Seat = WorldPlace & { readonly name: string; readonly joinedAt: Instant }
export type Card = { readonly cardId: string; readonly text: string; readonly sentAt: Instant; readonly readAt: Instant | null }

const WorkshopColumns = z.object({
  institution: z.string(),
  workshop_id: z.string(),
  name: z.string(),
  task: z.string(),
  mode: z.enum(['explore', 'guided', 'practice']),
  code: z.string(),
  opened_at: z.number(),
  closed_at: z.number().nullable(),
})
const WorkshopRow = WorkshopColumns.transform(workshopOf)
const ListedRow = WorkshopColumns.extend({ seats: z.number() }).transform(row => ({ ...workshopOf(row), seats: row.seats }))
const SeatRow = z
  .object({ owner_id: z.string(), world_id: z.string(), name: z.string(), joined_at: z.number() })
  .transform((row): Seat => ({ ownerId: row.owner_id, worldId: row.world_id, name: row.name, joinedAt: instant(row.joined_at) }))
const CardRow = z
  .object({ card_id: z.string(), text: z.string(), sent_at: z.number(), read_at: z.number().nullable() })
  .transform((row): Card => ({
    cardId: row.card_id,
    text: row.text,
    sentAt: instant(row.sent_at),
    readAt: row.read_at === null ? null : instant(row.read_at),
  }))

function workshopOf(row: z.output<typeof WorkshopColumns>): Workshop {
  const { institution, name, task, mode, code } = row
  const closedAt = row.closed_at === null ? null : instant(row.closed_at)
  return { institution, name, task, mode, code, workshopId: row.workshop_id, openedAt: instant(row.opened_at), closedAt }
}

/** Takes a code for a workshop; `false` when it is taken. */
export async function takeCode(tx: Tx, place: WorkshopPlace, code: string): Promise<boolean> {
  return (await sql.maybe(tx, 'take-code', { ...place, code }, z.object({ code: z.string() }))) !== undefined
}

export async function giveCodeBack(tx: Tx, code: string): Promise<void> {
  await sql.run(tx, 'give-code-back', { code })
}

/** The open workshop that a code leads to. */
export async function workshopByCode(tx: Tx, code: string): Promise<Workshop | undefined> {
  const found = await sql.maybe(tx, 'by-code', { code }, z.object({ institution: z.string(), workshop_id: z.string() }))
  return found && findWorkshop(tx, { institution: found.institution, workshopId: found.workshop_id })
}

export type NewWorkshop = Omit<Workshop, 'openedAt' | 'closedAt'> & { readonly openedBy: string; readonly now: Instant }

export async function insertWorkshop(tx: Tx, workshop: NewWorkshop): Promise<void> {
  await sql.run(tx, 'insert-workshop', workshop)
}

export function findWorkshop(tx: Tx, place: WorkshopPlace): Promise<Workshop | undefined> {
  return sql.maybe(tx, 'workshop', place, WorkshopRow)
}

/** The workshops of some institutions, newest first, a hundred at most, each with how many joined. */
export function workshopsOf(tx: Tx, institutions: readonly string[]): Promise<(Workshop & { readonly seats: number })[]> {
  return sql.many(tx, 'workshops', { institutions }, ListedRow)
}

export async function closeWorkshop(tx: Tx, place: WorkshopPlace, now: Instant): Promise<void> {
  await sql.run(tx, 'close-workshop', { ...place, now })
}

export async function insertSeat(
  tx: Tx,
  seat: WorkshopPlace & WorldPlace & { readonly name: string; readonly now: Instant },
): Promise<void> {
  await sql.run(tx, 'insert-seat', seat)
}

/** Who joined, in the order they came, three hundred at most. */
export function seatsOf(tx: Tx, place: WorkshopPlace): Promise<Seat[]> {
  return sql.many(tx, 'seats', place, SeatRow)
}

export function findSeat(tx: Tx, place: WorkshopPlace & { readonly ownerId: string }): Promise<Seat | undefined> {
  return sql.maybe(tx, 'seat', place, SeatRow)
}

function keysOf(places: readonly WorldPlace[]) {
  return { ownerIds: places.map(p => p.ownerId), worldIds: places.map(p => p.worldId) }
}

/** The heads of several worlds by the id of the world. */
export async function headsOf(tx: Tx, places: readonly WorldPlace[]): Promise<ReadonlyMap<string, WorldHead>> {
  const heads = await sql.many(tx, 'heads', keysOf(places), HeadRow)
  return new Map(heads.map(head => [head.worldId, head]))
}

export type NewCard = WorldPlace & { readonly cardId: string; readonly text: string; readonly sentBy: string; readonly now: Instant }

export async function insertCard(tx: Tx, card: NewCard): Promise<void> {
  await sql.run(tx, 'insert-card', card)
}

/** The hint cards of a world, oldest first. */
export function cardsOf(tx: Tx, place: WorldPlace): Promise<Card[]> {
  return sql.many(tx, 'cards', place, CardRow)
}

export async function markCardRead(tx: Tx, card: WorldPlace & { readonly cardId: string; readonly now: Instant }): Promise<void> {
  await sql.run(tx, 'read-card', card)
}

export type CardCount = { readonly sent: number; readonly read: number }

/** How many cards were sent and read in several worlds, by whose they are. */
export async function countCards(tx: Tx, places: readonly WorldPlace[]): Promise<ReadonlyMap<string, CardCount>> {
  const CountRow = z.object({ owner_id: z.string(), sent: z.number(), read: z.number() })
  const counts = await sql.many(tx, 'count-cards', keysOf(places), CountRow)
  return new Map(counts.map(row => [row.owner_id, { sent: row.sent, read: row.read }]))
}
