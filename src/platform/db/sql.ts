import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database, Rows, Statement, Tx } from './database.ts'

type Values = Readonly<Record<string, unknown>>
/** Any schema that parses unknown rows; zod's objects do. */
export type RowSchema<Row> = { parse(row: unknown): Row }
type Block = { readonly name: string; readonly text: string; readonly parameters: readonly string[] }

/** The named statements of one `.sql` file. Rows are validated before they leave. */
export type SqlFile = {
  one<Row>(tx: Tx, name: string, values: Values, schema: RowSchema<Row>): Promise<Row>
  maybe<Row>(tx: Tx, name: string, values: Values, schema: RowSchema<Row>): Promise<Row | undefined>
  many<Row>(tx: Tx, name: string, values: Values, schema: RowSchema<Row>): Promise<Row[]>
  /** Number of rows the statement changed. */
  run(tx: Tx, name: string, values: Values): Promise<number>
  /** The same statement outside a transaction of the caller: for hot paths. */
  alone(database: Database, name: string, values: Values): Promise<Rows>
  statement(name: string, values: Values): Statement
}

/** Loads `./x.sql` beside the calling file: blocks headed `-- name: find-thing`, parameters `:camelCase`. */
export function sqlFile(here: string, path: string): SqlFile {
  const file = fileURLToPath(new URL(path, here))
  const blocks = parseBlocks(readFileSync(file, 'utf8'), file)
  const statement = (name: string, values: Values) => bind(blocks, file, name, values)
  const rows = async (tx: Tx, name: string, values: Values) => (await tx.query(statement(name, values))).rows
  return {
    statement,
    async one(tx, name, values, schema) {
      const found = await rows(tx, name, values)
      if (found.length !== 1) throw new Error(`${name}: expected one row, got ${found.length}`)
      return schema.parse(found[0])
    },
    async maybe(tx, name, values, schema) {
      const found = await rows(tx, name, values)
      if (found.length > 1) throw new Error(`${name}: expected at most one row, got ${found.length}`)
      return found.length === 0 ? undefined : schema.parse(found[0])
    },
    many: async (tx, name, values, schema) => (await rows(tx, name, values)).map(row => schema.parse(row)),
    run: async (tx, name, values) => (await tx.query(statement(name, values))).rowCount,
    alone: (database, name, values) => database.statement(statement(name, values)),
  }
}

function bind(blocks: ReadonlyMap<string, Block>, file: string, name: string, values: Values): Statement {
  const block = blocks.get(name)
  if (!block) throw new Error(`no statement "${name}" in ${file}`)
  const bound = block.parameters.map(parameter => {
    if (!(parameter in values)) throw new Error(`${name}: parameter :${parameter} is missing`)
    return values[parameter]
  })
  return { name: block.name, text: block.text, values: bound }
}

/** Splits a file into named blocks; exported for the linter and its tests. */
export function parseBlocks(text: string, file: string): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>()
  for (const part of text.split(/^-- name:/m).slice(1)) {
    const end = part.indexOf('\n')
    const name = part.slice(0, end).trim()
    if (blocks.has(name)) throw new Error(`statement "${name}" stands twice in ${file}`)
    blocks.set(
      name,
      compile(
        name,
        part
          .slice(end + 1)
          .trim()
          .replace(/;\s*$/, ''),
      ),
    )
  }
  return blocks
}

/** `:name` → `$n`; `::casts`, quoted text and comments are left alone. */
function compile(name: string, source: string): Block {
  const parameters: string[] = []
  const text = source.replace(/'(?:[^']|'')*'|--[^\n]*|::\w+|:([a-z]\w*)/gi, (whole, parameter: string | undefined) => {
    if (parameter === undefined) return whole
    if (!parameters.includes(parameter)) parameters.push(parameter)
    return `$${parameters.indexOf(parameter) + 1}`
  })
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { name: `${name.slice(0, 48)}:${digest}`, text, parameters }
}
