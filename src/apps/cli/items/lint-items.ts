import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { lintFiles } from '../../../modules/item-bank/index.ts'
import { LINT_USAGE, parseLintArguments } from './lint-arguments.ts'
import { lintLines } from './lint-lines.ts'

/** Reads item files and tells what a machine can see in them. Exit code 1 on faults and errors, 2 when there is nothing to read. */
export async function lintItems(words: readonly string[]): Promise<number> {
  const args = parseLintArguments(words)
  const folder = args === null ? '' : resolve(args.folder)
  if (args === null || !existsSync(folder)) {
    console.error(args === null ? LINT_USAGE : `没有目录${folder}。(no such folder)\n${LINT_USAGE}`)
    return 2
  }
  const tables = resolve(args.specification ?? specificationBeside(folder))
  const report = lintFiles({
    files: jsonUnder(folder).map(path => ({
      file: relative(folder, path),
      text: readFileSync(path, 'utf8'),
      pictures: picturesBeside(path),
    })),
    specifications: existsSync(tables)
      ? jsonUnder(tables).map(path => ({ file: relative(tables, path), text: readFileSync(path, 'utf8') }))
      : [],
  })
  if (args.json) console.log(JSON.stringify(report))
  else for (const line of lintLines(report, args.all)) console.log(line)
  return report.faults.length > 0 || report.severities.error > 0 ? 1 : 0
}

function jsonUnder(folder: string): string[] {
  const entries = readdirSync(folder).toSorted()
  return entries.flatMap(name => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return jsonUnder(path)
    return name.endsWith('.json') ? [path] : []
  })
}

function picturesBeside(path: string): string[] {
  const folder = join(dirname(path), 'pictures')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Specification tables lie beside the folder of items, one or two steps up. */
function specificationBeside(folder: string): string {
  const near = join(folder, '..', 'specification')
  return existsSync(near) ? near : join(folder, '..', '..', 'specification')
}
