import type { Database } from '../../../src/platform/db/database.ts'
import { isSave } from './save-statement.ts'

/** Where no small disk can be made: saves fail as they do on a full one, and PostgreSQL itself never knows. */
export function openQuota(): { around(database: Database): Database; setFull(full: boolean): void } {
  let isFull = false
  return {
    setFull: full => void (isFull = full),
    around: database => ({
      ...database,
      statement: statement =>
        isFull && isSave(statement)
          ? Promise.reject(Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' }))
          : database.statement(statement),
    }),
  }
}
