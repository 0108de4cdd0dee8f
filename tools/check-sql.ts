/** The portable-SQL rules (R1–R20 of the design), as far as SQL text shows them. Usage: check-sql.ts [root] */
import { posix } from 'node:path'
import { filesUnder, isCode, isTest, textOf } from './read/files.ts'
import { blockFaults, blocksIn } from './sql/blocks.ts'
import { migrationFaults, migrationNameFaults } from './sql/migrations.ts'
import { queryFaults } from './sql/queries.ts'
import { schemaOf } from './sql/schema.ts'
import { statementsIn } from './sql/statements.ts'

const INLINE = /(?:^|['"`\s])(?:select\s[\s\S]+\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/i

/** Every fault as one line `file:line: what`. */
export function checkSql(root: string): string[] {
  const files = filesUnder(root, 'src').filter(file => file.endsWith('.sql'))
  const migrations = files.filter(file => /\/migrations\/[^/]+$/.test(file))
  const tables = schemaOf(migrations.flatMap(file => statementsIn(textOf(root, file))))
  const ofModules = migrations.filter(file => file.startsWith('src/modules/'))
  const stores = files.filter(file => /^src\/modules\/[^/]+\/(?:[^/]+\/[^/]+\/)?store\//.test(file))
  return [
    ...ofModules.flatMap(file => [
      ...migrationNameFaults(file, ofModules).map(says => `${file}: ${says}`),
      ...statementsIn(textOf(root, file)).flatMap(s => migrationFaults(s, tables).map(says => `${file}:${s.line}: ${says}`)),
    ]),
    ...stores.flatMap(file => storeFaults(root, file).map(fault => `${file}:${fault}`)),
    ...stores.flatMap(file =>
      blocksIn(textOf(root, file)).flatMap(b =>
        b.statements.flatMap(s => queryFaults(s, tables).map(says => `${file}:${s.line}: ${says}`)),
      ),
    ),
    ...inlineFaults(root),
  ]
}

/** A block must be named by code in the folder of its file. */
function storeFaults(root: string, file: string): string[] {
  const folder = posix.dirname(file)
  const code = filesUnder(root, folder)
    .filter(f => isCode(f) && !isTest(f))
    .map(f => textOf(root, f))
    .join('\n')
  const used = (name: string): boolean => code.includes(`'${name}'`) || code.includes(`"${name}"`)
  return blockFaults(blocksIn(textOf(root, file)), used).map(({ line, says }) => `${line}: ${says}`)
}

/** SQL in a string of store or actions escapes every rule above. */
function inlineFaults(root: string): string[] {
  const files = filesUnder(root, 'src/modules').filter(file => isCode(file) && !isTest(file) && /\/(?:store|actions)\//.test(file))
  return files.filter(file => strings(textOf(root, file)).some(text => INLINE.test(text))).map(file => `${file}: SQL lives in .sql files`)
}

function strings(code: string): string[] {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g) ?? []
}

if (import.meta.main) {
  const faults = checkSql(process.argv[2] ?? '.')
  if (faults.length > 0) console.error(faults.join('\n'))
  else console.log('SQL in order')
  process.exitCode = faults.length > 0 ? 1 : 0
}
