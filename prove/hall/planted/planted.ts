import type { Database, Rows, Statement, Tx } from '../../../src/platform/db/database.ts'
import { forgetful } from './forgetful.ts'
import { isSave, pretended } from './save-statement.ts'

/** Faults that are planted into a real hall to see whether a harness finds them; each says what a careless change would do. */
export const PLANTED = {
  'acknowledged-before-commit': 'a save is acknowledged before it is stored',
  'sync-off': 'commits return before their log is written (synchronous_commit=off)',
  'dedupe-removed': 'a known event is written over by what comes under its identity',
  'last-by-wall-clock': 'of two responses the one that was received last counts',
  'epoch-ignored': 'events are ordered by their number alone',
  'resume-overwrites': 'a new entry starts from an empty sheet',
  'credit-lost-on-restart': 'credits are kept in memory only',
  'late-dropped': 'events after the end are acknowledged and dropped',
  'wall-clock-time': 'the server measures time with the wall clock of the machine',
  'said-ok-when-full': 'a save that found no space is acknowledged',
  'broken-when-full': 'a full disk is told as a bug, without a time to come again',
  'never-recovers': 'once the disk was full, saves are refused for good',
} as const
export type Planted = keyof typeof PLANTED

export type Plant = {
  readonly around?: (database: Database) => Database
  readonly settings?: string
  readonly clock: 'site' | 'wall'
  readonly atStart?: (database: Database) => Promise<void>
}

/** What a planted fault changes in a hall. */
export function plantedIn(defect: Planted | 'none'): Plant {
  const clock = defect === 'wall-clock-time' ? 'wall' : 'site'
  if (defect === 'sync-off') return { clock, settings: '-c synchronous_commit=off' }
  if (defect === 'credit-lost-on-restart') return { clock, atStart: forgetCredits }
  const around = AROUND[defect]
  return around ? { clock, around } : { clock }
}

const AROUND: Readonly<Record<string, (database: Database) => Database>> = {
  'acknowledged-before-commit': forgetful,
  'dedupe-removed': rewriting([
    ['from admitted where known_digest is null\n  on conflict (sitting_id, attempt_id, epoch, seq) do nothing', OVERWRITE()],
    ['(known_digest <> digest)::int, (known_digest is null)::int from admitted', '0, 0 from admitted'],
    ['0, -1 from stored', '0, 0 from stored'],
  ]),
  'last-by-wall-clock': rewriting([['where (r.epoch, r.seq) < (excluded.epoch, excluded.seq)', 'where r.saved_at <= excluded.saved_at']]),
  'epoch-ignored': rewriting([['where (r.epoch, r.seq) < (excluded.epoch, excluded.seq)', 'where r.seq < excluded.seq']]),
  'resume-overwrites': afterwards('open-epoch', 'delete from response where attempt_id = $2'),
  'late-dropped': withoutLate,
  'said-ok-when-full': whenFull(statement => Promise.resolve(pretended(statement.values))),
  'broken-when-full': whenFull(() => Promise.reject(new Error('could not save'))),
  'never-recovers': stubborn,
}

function OVERWRITE(): string {
  return 'from admitted\n  on conflict (sitting_id, attempt_id, epoch, seq) do update set value = excluded.value, digest = excluded.digest'
}

/** The save statement with other words in it. A word that is not found there is a fault of the harness. */
function rewriting(changes: readonly (readonly [string, string])[]): (database: Database) => Database {
  const changed = (statement: Statement): Statement => {
    if (!isSave(statement)) return statement
    let { text } = statement
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`the statement of saves has no longer "${from}"`)
      text = text.replace(from, to)
    }
    return { ...statement, name: `planted-${statement.name ?? ''}`.slice(0, 60), text }
  }
  return database => ({ ...database, statement: statement => database.statement(changed(statement)) })
}

/** Another statement after each of this name, in the same transaction and with its first two values. */
function afterwards(name: string, text: string): (database: Database) => Database {
  const around = (tx: Tx): Tx => ({
    ...tx,
    async query(statement) {
      const rows = await tx.query(statement)
      if (statement.name?.startsWith(`${name}:`)) await tx.query({ text: `${text} and sitting_id = $1`, values: statement.values.slice(0, 2) })
      return rows
    },
  })
  return database => ({ ...database, transact: body => database.transact(tx => body(around(tx))) })
}

function withoutLate(database: Database): Database {
  return {
    ...database,
    async statement(statement) {
      const rows = await database.statement(statement)
      if (isSave(statement) && rows.rows.some(row => row['late'] === true))
        await database.statement({ text: 'delete from response_event where late', values: [] })
      return rows
    },
  }
}

function whenFull(instead: (statement: Statement) => Promise<Rows>): (database: Database) => Database {
  return database => ({
    ...database,
    statement: statement =>
      database.statement(statement).catch((error: unknown) => {
        if (isSave(statement) && codeOf(error) === '53100') return instead(statement)
        throw error
      }),
  })
}

function stubborn(database: Database): Database {
  let full: unknown
  return {
    ...database,
    statement: async statement => {
      if (full !== undefined && isSave(statement)) throw full
      return database.statement(statement).catch((error: unknown) => {
        if (codeOf(error) === '53100') full = error
        throw error
      })
    },
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

async function forgetCredits(database: Database): Promise<void> {
  await database.statement({ text: 'update attempt set ends_at = ends_at - credit_minutes * 60000, credit_minutes = 0', values: [] })
  await database.statement({ text: 'delete from time_credit', values: [] })
}
