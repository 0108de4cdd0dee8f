import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { ResultReceipt } from '../../core/record/purge.ts'
import { AttemptLine, HallRecord, IncidentsLine } from '../../core/record/record.ts'

const sql = sqlFile(import.meta.url, './records.sql')
const Row = z.record(z.string(), z.unknown())
type Row = z.infer<typeof Row>

/** `item_id` → `itemId`, and back: a record has the columns of the tables in the spelling of the code. */
const renamed = (row: Row, rename: (name: string) => string): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value]))
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Everything stored of the attempts of a sitting, in the order of their ids, one at a time; audit entries are put in by the caller. */
export async function* attemptRecords(tx: Tx, sittingId: string): AsyncGenerator<AttemptLine, void> {
  const attempts = (await read(tx, 'attempts-of-record', { sittingId })).toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))
  for (const attempt of attempts) {
    const place = { sittingId, attemptId: attempt['id'] }
    const responses = await read(tx, 'responses-of-record', place)
    yield AttemptLine.parse({
      line: 'attempt',
      attempt,
      epochs: await read(tx, 'epochs-of-record', place),
      events: await read(tx, 'events-of-record', place),
      // sorted here and not by the database, whose order of letters may be another
      responses: responses.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      credits: await read(tx, 'credits-of-record', place),
      files: await read(tx, 'files-of-record', place),
      audit: [],
    })
  }
}

const keyOf = (row: Row) => `${String(row['itemId'])}\n${String(row['kind'])}`

export async function incidentRecords(tx: Tx, sittingId: string): Promise<IncidentsLine> {
  const incidents = await read(tx, 'incidents-of-record', { sittingId })
  return IncidentsLine.parse({ line: 'incidents', incidents, hall: await hallRecord(tx, sittingId) })
}

/** At a site from the tables of its hall, at the centre as it came home. */
async function hallRecord(tx: Tx, sittingId: string): Promise<HallRecord | null> {
  if ((await sql.maybe(tx, 'hall-sitting-of-record', { sittingId }, Row)) === undefined) {
    const kept = await sql.maybe(tx, 'result-hall', { sittingId }, z.object({ hall: HallRecord }))
    return kept?.hall ?? null
  }
  const of = async (name: string) => (await read(tx, name, { sittingId })).toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return {
    candidates: await of('hall-candidates-of-record'),
    acts: await of('hall-acts-of-record'),
    halts: await of('hall-halts-of-record'),
    credits: await of('hall-credits-of-record'),
    malpractice: await of('malpractice-of-record'),
    helpCalls: await of('help-calls-of-record'),
  }
}

const orderOf = (row: Row) => String(row['id'] ?? row['candidateRef'])

async function read(tx: Tx, name: string, values: Readonly<Record<string, unknown>>): Promise<Row[]> {
  return (await sql.many(tx, name, values, Row)).map(row => renamed(row, camel))
}

/** Is the package installed in this database? */
export async function packageStands(tx: Tx, packageId: string): Promise<boolean> {
  return (await sql.maybe(tx, 'package-stands', { packageId }, Row)) !== undefined
}

/** Copies one attempt as it is; what stands already is left alone. */
export async function copyAttempt(tx: Tx, sittingId: string, one: AttemptLine): Promise<void> {
  const place = { sittingId, attemptId: one.attempt.id }
  await sql.run(tx, 'copy-attempt', { sittingId, rows: rowsText([one.attempt]) })
  await sql.run(tx, 'copy-epochs', { ...place, rows: rowsText(one.epochs) })
  await sql.run(tx, 'copy-events', { ...place, rows: rowsText(one.events) })
  await sql.run(tx, 'copy-responses', { ...place, rows: rowsText(one.responses) })
  await sql.run(tx, 'copy-credits', { ...place, rows: rowsText(one.credits) })
  await sql.run(tx, 'copy-files', { ...place, rows: rowsText(one.files) })
}

export async function copyIncidents(tx: Tx, sittingId: string, { incidents, hall }: IncidentsLine): Promise<void> {
  if (hall !== null) await sql.run(tx, 'copy-hall', { sittingId, hall: JSON.stringify(hall) })
  await sql.run(tx, 'copy-incidents', { sittingId, rows: rowsText(incidents) })
}

function rowsText(rows: readonly object[]): string {
  return JSON.stringify(rows.map(row => renamed(row as Row, snake)))
}

const ReceiptRow = z.object({ receipt: ResultReceipt, signature: z.string() })
export type KeptReceipt = { readonly receipt: ResultReceipt; readonly signature: string }

export async function findReceipt(tx: Tx, sittingId: string): Promise<KeptReceipt | undefined> {
  const row = await sql.maybe(tx, 'find-receipt', { sittingId }, ReceiptRow)
  return row && { receipt: row.receipt, signature: row.signature }
}

export async function insertReceipt(tx: Tx, { receipt, signature }: KeptReceipt, statement: object): Promise<void> {
  await sql.run(tx, 'insert-receipt', {
    ...receipt,
    statement: canonicalJson(statement),
    receipt: canonicalJson(receipt),
    signature,
  })
}
