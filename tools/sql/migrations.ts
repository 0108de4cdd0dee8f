import { forbiddenIn } from './forbidden.ts'
import { laterKey, tableIn } from './schema.ts'
import type { Pointer, Table } from './schema.ts'
import type { Statement } from './statements.ts'

type Tables = ReadonlyMap<string, Table>

/** Faults of the name of a migration among those of its folder. */
export function migrationNameFaults(file: string, others: readonly string[]): string[] {
  const name = file.replace(/^.*\//, '')
  if (!/^\d{4}-[a-z]+(-[a-z\d]+)+\.sql$/.test(name)) return [`R18: a migration is called NNNN-verb-noun.sql`]
  const twin = others.find(
    other =>
      other < file &&
      other.replace(/[^/]*$/, '') === file.replace(/[^/]*$/, '') &&
      other.replace(/^.*\//, '').slice(0, 4) === name.slice(0, 4),
  )
  return twin === undefined ? [] : [`R18: number ${name.slice(0, 4)} is taken by ${twin.replace(/^.*\//, '')}`]
}

/** Faults of one statement of a migration. */
export function migrationFaults(statement: Statement, tables: Tables): string[] {
  const { text } = statement
  const table = tableIn(statement)
  const faults = forbiddenIn(text)
  if (!statement.closed) faults.push('R18: a statement ends with ; at the end of a line')
  if (table) faults.push(...tableFaults(table, tables))
  const later = laterKey(text)
  const shard = later && tables.get(later.table)?.shard
  if (later && typeof shard === 'string' && later.columns[0] !== shard)
    faults.push(`R1: a unique key of ${later.table} begins with its shard key ${shard}`)
  if (/\badd column\b(?!.*\bdefault\b).*\bnot null\b/.test(text))
    faults.push('R18: a new column is nullable or has a default, old rows have no value for it')
  if (/^create (?:unique )?index\b.* using gin\b/.test(text)) faults.push('R15: JSONB is payload, it is not indexed')
  return faults
}

function tableFaults(table: Table, tables: Tables): string[] {
  const { name, shard, primary } = table
  const faults = columnFaults(table)
  if (primary.length === 0) faults.push(`R1: table ${name} has no primary key`)
  if (shard === undefined) return [...faults, `R2: table ${name} names no shard key (-- shard: column, or -- reference)`]
  if (shard !== null) {
    const column = table.columns.find(c => c.name === shard)
    if (!column) return [...faults, `R2: table ${name} has no column ${shard} to be its shard key`]
    if (primary.length > 0 && primary[0] !== shard) faults.push(`R1: the primary key of ${name} begins with its shard key ${shard}`)
    if (table.unique.some(key => key[0] !== shard)) faults.push(`R1: a unique key of ${name} begins with its shard key ${shard}`)
    if (!/\bnot null\b|\bprimary key\b/.test(column.text) && !primary.includes(shard))
      faults.push(`R2: the shard key ${shard} of ${name} is never null`)
  }
  return [...faults, ...table.pointers.flatMap(pointer => pointerFaults(table, pointer, tables))]
}

function columnFaults(table: Table): string[] {
  return table.columns.flatMap(({ name, text }) => {
    const type = text.split(' ')[1]?.replace(/[([].*$/, '') ?? ''
    if (/^(?:real|float\d?|double|money)$/.test(type)) return [`numbers: ${table.name}.${name} is ${type}, marks and money are integers`]
    return /^(?:date|time)$/.test(type) ? [`time: instants are bigint milliseconds, days are text`] : []
  })
}

/** A foreign key stays in its shard, carrying the shard key, or points to a reference table. */
function pointerFaults({ name, shard }: Table, pointer: Pointer, tables: Tables): string[] {
  const target = tables.get(pointer.table)
  if (!target) return [`R3: ${name} points to table ${pointer.table}, which no migration makes`]
  if (target.shard === null) return []
  if (typeof shard !== 'string') return [`R3: reference table ${name} points into the shards of ${pointer.table}`]
  if (target.shard !== shard) return [`R3: ${name} (${shard}) points to ${pointer.table} of another shard (${target.shard})`]
  const targets = pointer.targets.length > 0 ? pointer.targets : target.primary
  const at = pointer.columns.indexOf(shard)
  return at >= 0 && targets[at] === shard ? [] : [`R3: the foreign key of ${name} to ${pointer.table} carries the shard key ${shard}`]
}
