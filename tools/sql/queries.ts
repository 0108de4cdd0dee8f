import { forbiddenIn } from './forbidden.ts'
import type { Table } from './schema.ts'
import { bracketed, noteOf, splitList } from './statements.ts'
import type { Statement } from './statements.ts'
import { read, written } from './touches.ts'

type Tables = ReadonlyMap<string, Table>
const NAMES = /(?:^|[._])(?:name|title|label|city|address|full_name|title_zh|name_zh)$/

/** Faults of one statement of a store. A note `-- across shards: reason` excuses it from naming its shard key. */
export function queryFaults(statement: Statement, tables: Tables): string[] {
  const { text } = statement
  const faults = forbiddenIn(text)
  if (/^(?:create|alter|drop|truncate|grant|revoke)\b/.test(text)) faults.push('R18: tables are made and changed by migrations')
  if (/\$\d/.test(text)) faults.push('parameters have names (:camelCase), not numbers')
  const clauses = text.split(/\b(?=where|on|having|using)\b/).slice(1)
  if (clauses.some(clause => /->>?|#>>?|@>|<@|\bjsonb_path\w*/.test(clause.replace(/\b(?:group by|order by|returning|set)\b.*$/, '')))) {
    faults.push('R15: JSONB is payload, nothing is joined or filtered by it')
  }
  return [...faults, ...conflictFaults(text, tables), ...orderFaults(text), ...shardFaults(statement, tables)]
}

/** R12: the target of `on conflict` is a whole key of the table. */
function conflictFaults(text: string, tables: Tables): string[] {
  return [...text.matchAll(/\binsert into (?:public\.)?(\w+)(?:(?!\binsert into\b).)*?\bon conflict\b ?/g)].flatMap(match => {
    const after = text.slice(match.index + match[0].length)
    if (!after.startsWith('(')) return ['R12: on conflict names the columns of a whole key']
    const target = bracketed(after, 0)
    const faults = /^ ?where\b/.test(after.slice(target.length + 2)) ? ['R12: on conflict has no partial target (where)'] : []
    const table = tables.get(match[1] ?? '')
    const columns = splitList(target)
    const isKey =
      !table || [table.primary, ...table.unique].some(key => key.length === columns.length && key.every(c => columns.includes(c)))
    return isKey ? faults : [...faults, `R12: (${columns.join(', ')}) is not a whole key of ${table.name}`]
  })
}

/** R13: text people read is not sorted by the collation the server happens to have. */
function orderFaults(text: string): string[] {
  const lists = [...text.matchAll(/\border by (.*?)(?=\)|\b(?:limit|offset|for update|for share|fetch|returning|union)\b|$)/g)]
  const wrong = lists
    .flatMap(list => splitList(list[1] ?? ''))
    .map(term => term.replace(/ (?:asc|desc)\b.*$| nulls .*$/, ''))
    .filter(term => NAMES.test(term))
  return wrong.map(term => `R13: order by ${term} needs a collation, or is sorted in the application`)
}

/** R1, R7, R11: rows are changed and locked inside one shard. */
function shardFaults(statement: Statement, tables: Tables): string[] {
  const { text } = statement
  const reason = noteOf(statement, 'across shards')
  if (reason !== undefined) return reason === '' ? ['R1: -- across shards: says why'] : []
  const conditions = [...text.matchAll(/\b(?:where|on|using)\b(.*?)(?=\b(?:where|returning|group by|order by|limit)\b|$)/g)]
    .map(m => m[1] ?? '')
    .join(' ')
  const names = (table: string): boolean => {
    const shard = tables.get(table)?.shard
    return typeof shard !== 'string' || new RegExp(`\\b${shard}\\b`).test(conditions)
  }
  const changed =
    /^(?:with\b.*\b)?(?:update|delete from)\b/.test(text) ||
    /\b(?:update|delete from) \w+/.test(text.replace(/\b(?:for|do|key) update\b/g, ''))
  const locked = /\bfor (?:no key )?(?:update|share)\b/.test(text)
  return [
    ...(changed
      ? written(text.replace(/\binsert into \w+/g, ''))
          .filter(t => !names(t))
          .map(t => `R1: ${t} is changed without its shard key ${tables.get(t)?.shard}`)
      : []),
    ...(locked
      ? read(text)
          .filter(t => !names(t))
          .map(t => `R7: ${t} is locked without its shard key ${tables.get(t)?.shard}`)
      : []),
  ]
}
