import pg from 'pg'
import type { Log } from '../log.ts'

/** One statement as the driver takes it; `name` makes it a prepared statement. */
export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }
export type Rows = { readonly rows: readonly Record<string, unknown>[]; readonly rowCount: number }

/** An open transaction; always the first parameter of a store function. Only `transact` makes one. */
export type Tx = {
  query(statement: Statement): Promise<Rows>
  /** Runs after a successful commit, never after a rollback. */ afterCommit(run: () => void): void
}

export type Database = {
  /** Runs `body` in one transaction; retried when the engine asks for it (40001, 40P01), so the body must have no other effects. */
  transact<T>(body: (tx: Tx) => Promise<T>): Promise<T>
  /** One statement in its own transaction: for hot paths that are a single statement by design. */
  statement(statement: Statement): Promise<Rows>
  readonly pool: pg.Pool
  end(): Promise<void>
}

const INT8 = 20
const RETRIES = 5
pg.types.setTypeParser(INT8, text => {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new RangeError(`bigint beyond 2^53: ${text}`)
  return n
})

/** Thrown inside `transact` to roll back and hand a value out all the same. */
export class RolledBack<T> extends Error {
  readonly outcome: T
  constructor(outcome: T) {
    super('rolled back on purpose')
    this.outcome = outcome
  }
}

export function openDatabase(options: { config: pg.PoolConfig; log: Log }): Database {
  const pool = new pg.Pool({ max: 16, ...options.config })
  // without a listener a lost server would end the process
  let ending = false
  const lost = (error: Error) => void (ending || options.log.warn({ error: error.message }, 'database connection lost'))
  pool.on('error', lost)
  pool.on('connect', client => void client.on('error', lost))
  return {
    pool,
    transact: body => withRetry(() => once(pool, body)),
    statement: statement => pool.query(driverForm(statement)).then(rowsOf),
    end: () => {
      ending = true
      return pool.end()
    },
  }
}

async function once<T>(pool: pg.Pool, body: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const after: (() => void)[] = []
  let broken: Error | undefined
  try {
    await client.query('begin')
    const value = await body({
      query: statement => client.query(driverForm(statement)).then(rowsOf),
      afterCommit: run => void after.push(run),
    })
    await client.query('commit')
    for (const run of after) run()
    return value
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      (fault: Error) => fault,
    )
    if (error instanceof RolledBack) return error.outcome as T
    throw error
  } finally {
    client.release(broken)
  }
}

async function withRetry<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= RETRIES || !asksForRetry(error)) throw error
      await new Promise(resolve => setTimeout(resolve, 5 * 2 ** attempt * (0.5 + Math.random())))
    }
  }
}

/** Serialisation failure or deadlock: the engine itself says "again". */
function asksForRetry(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')
}

const AWAY_CODES = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
const AWAY_WORDS = /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/

/**
 * Is the database itself away: shut down, starting up, crashed, or not to be reached? Whether the last statement was committed is
 * not known then; whoever asked asks again.
 */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  const isSocketGone = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect'
  return AWAY_CODES.has(code) || code.startsWith('08') || isSocketGone || AWAY_WORDS.test(error.message)
}

/** The name of the violated unique or primary key, if that is what the error is. */
export function violatedKey(error: unknown): string | null {
  return error instanceof pg.DatabaseError && error.code === '23505' ? (error.constraint ?? 'unknown') : null
}

function driverForm(statement: Statement): pg.QueryConfig {
  return { ...(statement.name === undefined ? {} : { name: statement.name }), text: statement.text, values: [...statement.values] }
}

function rowsOf(result: pg.QueryResult): Rows {
  return { rows: result.rows as Record<string, unknown>[], rowCount: result.rowCount ?? 0 }
}
