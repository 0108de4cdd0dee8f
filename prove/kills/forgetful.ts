import type { Database, Rows } from '../../src/platform/db/database.ts'

/** How long a save lies in memory after it was acknowledged. */
const LATE_MS = 400

/**
 * A database with a planted defect: a save is acknowledged at once and stored only later. A harness that finds no loss on it
 * finds none anywhere.
 */
export function forgetful(database: Database): Database {
  return {
    ...database,
    statement: statement => {
      const rows = savedRows(statement.values)
      if (rows === null) return database.statement(statement)
      setTimeout(() => void database.statement(statement).catch(() => undefined), LATE_MS)
      return Promise.resolve(pretended(rows))
    },
  }
}

type Row = { readonly attempt_id: string; readonly epoch: number; readonly seq: number }

/** The rows of a group of saves; null for every other statement. */
function savedRows(values: readonly unknown[]): readonly Row[] | null {
  const [only] = values
  if (values.length !== 1 || typeof only !== 'string' || !only.startsWith('[{"sitting_id"')) return null
  return JSON.parse(only) as readonly Row[]
}

function pretended(rows: readonly Row[]): Rows {
  const through = new Map<string, number>()
  for (const row of rows) through.set(row.attempt_id, Math.max(row.seq, through.get(row.attempt_id) ?? 0))
  const answers = [...through].map(([attempt, seq]) => ({
    attempt_id: attempt,
    state: 'running',
    sealed: false,
    open: true,
    current_epoch: 1,
    ends_at: Date.now() + 3_600_000,
    stored_through: seq,
    clashes: 0,
    unseen: 0,
  }))
  return { rows: answers, rowCount: answers.length }
}
