import { bracketed, noteOf, splitList } from './statements.ts'
import type { Statement } from './statements.ts'

export type Column = { readonly name: string; readonly text: string }
export type Pointer = { readonly columns: readonly string[]; readonly table: string; readonly targets: readonly string[] }

/** A table as its migrations made it. `shard` is null for a reference table and undefined when nothing is said. */
export type Table = {
  readonly name: string
  readonly shard: string | null | undefined
  readonly columns: readonly Column[]
  readonly primary: readonly string[]
  readonly unique: readonly (readonly string[])[]
  readonly pointers: readonly Pointer[]
}

const CONSTRAINT = /^(?:constraint \w+ )?(?:primary key|unique|foreign key|check|exclude|like)\b/

/** Reads `create table …`; undefined for any other statement. */
export function tableIn(statement: Statement): Table | undefined {
  const head = /^create (?:\w+ )?table (?:if not exists )?(?:public\.)?(\w+) ?\(/.exec(statement.text)
  if (!head) return undefined
  const parts = splitList(bracketed(statement.text, head[0].length - 1))
  const columns = parts.filter(part => !CONSTRAINT.test(part)).map(part => ({ name: part.split(' ')[0] ?? '', text: part }))
  return {
    name: head[1] ?? '',
    shard: noteOf(statement, 'reference') === undefined ? noteOf(statement, 'shard')?.split(' ')[0] : null,
    columns,
    primary: parts.flatMap(part => keyOf(part, 'primary key') ?? []),
    unique: parts.flatMap(part => {
      const key = keyOf(part, 'unique')
      return key ? [key] : []
    }),
    pointers: parts.flatMap(pointerOf),
  }
}

/** Columns of a key written at the table's end or at its column. */
function keyOf(part: string, kind: 'primary key' | 'unique'): string[] | undefined {
  const listed = new RegExp(`^(?:constraint \\w+ )?${kind} ?\\(([^)]*)\\)`).exec(part)
  if (listed) return splitList(listed[1] ?? '')
  return !CONSTRAINT.test(part) && new RegExp(`\\b${kind}\\b`).test(part) ? [part.split(' ')[0] ?? ''] : undefined
}

function pointerOf(part: string): Pointer[] {
  const target = /\breferences (?:public\.)?(\w+)(?: ?\(([^)]*)\))?/.exec(part)
  if (!target) return []
  const own = /foreign key ?\(([^)]*)\)/.exec(part)?.[1] ?? part.split(' ')[0] ?? ''
  return [{ columns: splitList(own), table: target[1] ?? '', targets: splitList(target[2] ?? '') }]
}

/** Tables by name, with the keys that `create unique index` and `alter table … add` bring later. */
export function schemaOf(statements: readonly Statement[]): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (const statement of statements) {
    const table = tableIn(statement)
    if (table) tables.set(table.name, table)
    const later = laterKey(statement.text)
    const known = later && tables.get(later.table)
    if (later && known) tables.set(known.name, { ...known, unique: [...known.unique, later.columns] })
  }
  return tables
}

/** A unique key made after its table; a partial index is none. */
export function laterKey(text: string): { readonly table: string; readonly columns: readonly string[] } | undefined {
  const index = /^create unique index (?:concurrently )?(?:if not exists )?(?:\w+ )?on (?:only )?(\w+)(?: using \w+)? ?\(/.exec(text)
  if (index && !/\bwhere\b/.test(text)) return { table: index[1] ?? '', columns: splitList(bracketed(text, index[0].length - 1)) }
  const added = /^alter table (?:only )?(\w+) add (?:constraint \w+ )?(?:unique|primary key) ?\(([^)]*)\)/.exec(text)
  return added ? { table: added[1] ?? '', columns: splitList(added[2] ?? '') } : undefined
}
