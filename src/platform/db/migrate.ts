import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/** One migration file of one module, cut into statements. */
export type Migration = {
  readonly module: string
  readonly file: string
  readonly statements: readonly string[]
  readonly checksum: string
}

const LOCK = 7_214_880 // one migrator at a time; advisory locks are allowed here only (rule R8)

/** Reads `src/modules/<module>/migrations/*.sql` in the given order of modules. */
export function readMigrations(modulesFolder: string, order: readonly string[]): Migration[] {
  return order.flatMap(module => {
    const folder = join(modulesFolder, module, 'migrations')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter(f => f.endsWith('.sql'))
      .sort()
      .map(file => {
        const text = readFileSync(join(folder, file), 'utf8')
        return { module, file, statements: statementsOf(text), checksum: createHash('sha256').update(text).digest('hex') }
      })
  })
}

/** Statements end with `;` at the end of a line. */
export function statementsOf(text: string): string[] {
  return text
    .split(/;[ \t]*(?:\n|$)/)
    .map(s => s.trim())
    .filter(s => s.replace(/--[^\n]*/g, '').trim() !== '')
}

/**
 * Runs what has not run yet, forward only, one statement per transaction (rule R18), each recorded in the
 * same transaction: a killed migrator goes on where it stopped. A changed old file is refused.
 * @returns how many statements ran
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migration_step (module text, file text, step integer, checksum text not null, primary key (module, file, step))',
    )
    let ran = 0
    for (const migration of migrations) ran += await runOne(client, migration)
    return ran
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined)
    client.release()
  }
}

async function runOne(client: pg.PoolClient, migration: Migration): Promise<number> {
  const { module, file, checksum } = migration
  const done = await client.query<{ step: number; checksum: string }>(
    'select step, checksum from migration_step where module = $1 and file = $2',
    [module, file],
  )
  if (done.rows.some(row => row.checksum !== checksum))
    throw new Error(`migration ${module}/${file} was changed after it ran; write a new one instead`)
  const steps = new Set(done.rows.map(row => row.step))
  let ran = 0
  for (const [step, statement] of migration.statements.entries()) {
    if (steps.has(step)) continue
    await client.query('begin')
    try {
      await client.query(statement)
      await client.query('insert into migration_step (module, file, step, checksum) values ($1, $2, $3, $4)', [
        module,
        file,
        step,
        checksum,
      ])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`migration ${module}/${file}, statement ${step + 1}: ${(error as Error).message}`, { cause: error })
    }
    ran += 1
  }
  return ran
}
