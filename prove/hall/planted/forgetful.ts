import type { Database } from '../../../src/platform/db/database.ts'
import { isSave, pretended } from './save-statement.ts'

/** How long a save lies in memory after it was acknowledged. */
const LATE_MS = 400

/** A database with a planted fault: a save is acknowledged at once and stored only later. */
export function forgetful(database: Database): Database {
  return {
    ...database,
    statement: statement => {
      if (!isSave(statement)) return database.statement(statement)
      setTimeout(() => void database.statement(statement).catch(() => undefined), LATE_MS)
      return Promise.resolve(pretended(statement.values))
    },
  }
}
