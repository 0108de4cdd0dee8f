import { z } from 'zod'
import { instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { GENESIS, type Mac, headText } from '../core/chain.ts'
import type { AuditEntry, ChainHead } from '../core/entry.ts'

const sql = sqlFile(import.meta.url, './audit.sql')
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
const HeadRow = z.object({ chain: z.string(), seq: z.number().int(), hash: z.string(), mac: z.string() })
const ChainRow = z.object({ chain: z.string() })
const EntryRow = z
  .object({
    chain: z.string(),
    seq: z.number().int(),
    at: z.number().int(),
    actor: z.string(),
    type: z.string(),
    subject_kind: z.string(),
    subject_id: z.string(),
    facts,
    previous_hash: z.string(),
    hash: z.string(),
  })
  .transform((row): AuditEntry => ({
    chain: row.chain,
    seq: row.seq,
    at: instant(row.at),
    actor: row.actor,
    type: row.type,
    subject: { kind: row.subject_kind, id: row.subject_id },
    facts: row.facts,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))

/** Locks the head of a chain until the transaction ends, so that entries stand in one order. */
export async function lockHead(tx: Tx, chain: string, mac: Mac): Promise<ChainHead> {
  const found = await sql.maybe(tx, 'lock-head', { chain }, HeadRow)
  if (found) return found
  await sql.run(tx, 'start-chain', { chain, genesis: GENESIS, mac: mac(headText({ chain, seq: 0, hash: GENESIS })) })
  return sql.one(tx, 'lock-head', { chain }, HeadRow)
}

export async function append(tx: Tx, entry: AuditEntry, mac: Mac): Promise<void> {
  const { subject, facts: kept, ...rest } = entry
  await sql.run(tx, 'insert-entry', { ...rest, facts: JSON.stringify(kept), subjectKind: subject.kind, subjectId: subject.id })
  await sql.run(tx, 'move-head', { chain: entry.chain, seq: entry.seq, hash: entry.hash, mac: mac(headText(entry)) })
}

/** From here on the transaction reads one moment and writes nothing. */
export async function holdSnapshot(tx: Tx): Promise<void> {
  await sql.run(tx, 'hold-snapshot', {})
}

export function listHeads(tx: Tx): Promise<(ChainHead & { mac: string })[]> {
  return sql.many(tx, 'list-heads', {}, HeadRow)
}

export async function listChains(tx: Tx): Promise<string[]> {
  return (await sql.many(tx, 'list-chains', {}, ChainRow)).map(row => row.chain)
}

export function listEntries(tx: Tx, page: { chain: string; after: number; most: number }): Promise<AuditEntry[]> {
  return sql.many(tx, 'list-entries', page, EntryRow)
}

export function listOfSubject(tx: Tx, subject: { chain: string; kind: string; id: string }): Promise<AuditEntry[]> {
  return sql.many(tx, 'list-of-subject', subject, EntryRow)
}

export function listRecent(tx: Tx, page: { before: number; type: string; most: number }): Promise<AuditEntry[]> {
  return sql.many(tx, 'list-recent', page, EntryRow)
}
