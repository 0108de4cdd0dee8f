import type { Rows, Statement } from '../../../src/platform/db/database.ts'

/** Is this the statement of saves? */
export function isSave(statement: Statement): boolean {
  return statement.name?.startsWith('save-events:') ?? false
}

type Row = { readonly attempt_id: string; readonly seq: number }

/** What the statement of saves would have told had it stored everything. */
export function pretended(values: readonly unknown[]): Rows {
  const rows = JSON.parse(String(values[0])) as readonly Row[]
  const through = new Map<string, number>()
  for (const row of rows) through.set(row.attempt_id, Math.max(row.seq, through.get(row.attempt_id) ?? 0))
  const answers = [...through].map(([attempt, seq]) => ({
    attempt_id: attempt,
    state: 'running',
    takes: true,
    late: false,
    current_epoch: 1,
    ends_at: Date.now() + 3_600_000,
    stored_through: seq,
    pair_through: null,
    clashes: 0,
    unseen: 0,
  }))
  return { rows: answers, rowCount: answers.length }
}
