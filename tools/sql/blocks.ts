import { statementsIn } from './statements.ts'
import type { Statement } from './statements.ts'

/** A named block of a store's SQL file. */
export type Block = { readonly name: string; readonly line: number; readonly statements: readonly Statement[] }

/** Blocks headed `-- name: find-thing`; SQL before the first head is a block without a name. */
export function blocksIn(sql: string): Block[] {
  let line = 1
  return sql.split(/^(?=-- name:)/m).flatMap(part => {
    const name = /^-- name:(.*)/.exec(part)?.[1]?.trim() ?? ''
    const block = { name, line, statements: statementsIn(part, line) }
    line += part.split('\n').length - 1
    return name === '' && block.statements.length === 0 ? [] : [block]
  })
}

/** Faults of a file's blocks; `used` tells whether some code beside the file names a block. */
export function blockFaults(blocks: readonly Block[], used: (name: string) => boolean): { readonly line: number; readonly says: string }[] {
  return blocks.flatMap(({ name, line, statements }, at) => {
    const says: string[] = []
    if (!/^[a-z]+(-[a-z\d]+)*$/.test(name)) says.push(`a block is headed -- name: verb-noun, not '${name}'`)
    if (blocks.findIndex(other => other.name === name) < at) says.push(`block ${name} stands twice`)
    if (statements.length !== 1) says.push(`block ${name} holds ${statements.length} statements, not one`)
    if (name !== '' && !used(name)) says.push(`block ${name} is used by no code beside it`)
    return says.map(text => ({ line, says: text }))
  })
}
