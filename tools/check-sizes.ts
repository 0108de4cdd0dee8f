/** The budgets of the house: lengths, imports, folders, `any`, name plates, tests per code in core. Usage: check-sizes.ts [root] [--all] */
import { readHouse } from './house/house.ts'
import type { House } from './house/house.ts'
import { entriesOf, filesUnder, isCode, isTest, textOf } from './read/files.ts'
import { parse } from './read/syntax.ts'
import { folderSizes } from './sizes/folders.ts'
import { anyLines, codeLineCount, functionLengths, importCount, lineCount } from './sizes/measures.ts'

/** What is measured, how much of it warns and how much fails. Ratios fail below, everything else above. */
const BUDGETS = {
  'lines in a file': { warn: 250, fail: 400 },
  'lines in a function': { warn: 40, fail: 60 },
  'imports in a file': { warn: 15, fail: 25 },
  'entries in a folder': { warn: 12, fail: 20 },
  'uses of any': { warn: 0, fail: 0 },
  'lines in the kernel': { warn: 900, fail: 1000 },
} as const
const TESTS_PER_CODE = { warn: 1.5, fail: 1 }
const TOPS = ['src', 'tests', 'bench', 'prove', 'tools', 'build', 'bin']

export type Finding = { readonly what: string; readonly where: string; readonly size: number; readonly fails: boolean }

/** Everything over its warning line. `data/` and files marked as generated in their first line are not measured. */
export function checkSizes({ root, house }: { root: string; house: House }): Finding[] {
  const files = TOPS.flatMap(top => filesUnder(root, top)).filter(file => /\.(tsx?|js|css|sql)$/.test(file))
  const texts = files.map(file => ({ file, text: textOf(root, file) })).filter(({ text }) => !/^.*\bgenerated\b/i.test(text))
  const kernel = texts
    .filter(({ file }) => file.startsWith('src/kernel/') && !isTest(file))
    .reduce((sum, { text }) => sum + lineCount(text), 0)
  return [
    ...texts.flatMap(({ file, text }) => fileFindings(file, text)),
    ...TOPS.flatMap(top => folderSizes(root, house, top)).flatMap(f => over('entries in a folder', f.folder, f.entries)),
    ...over('lines in the kernel', 'src/kernel', kernel),
    ...entriesOf(root, 'src/modules').flatMap(entry => moduleFindings(root, entry.replace(/\/$/, ''))),
  ]
}

function fileFindings(file: string, text: string): Finding[] {
  const findings = over('lines in a file', file, lineCount(text))
  if (!isCode(file)) return findings
  const program = parse(file, text)
  findings.push(...over('imports in a file', file, importCount(program)))
  const anys = anyLines(text, program).map(line => ({
    what: 'uses of any',
    where: `${file}:${line}`,
    size: 1,
    fails: !file.startsWith('src/platform/'),
  }))
  const functions = isTest(file) ? [] : functionLengths(text, program)
  return [...findings, ...anys, ...functions.flatMap(f => over('lines in a function', `${file}:${f.line} ${f.name}`, f.lines))]
}

function over(what: keyof typeof BUDGETS, where: string, size: number): Finding[] {
  const { warn, fail } = BUDGETS[what]
  return size > warn ? [{ what, where, size, fails: size > fail }] : []
}

function moduleFindings(root: string, module: string): Finding[] {
  const folder = `src/modules/${module}`
  const plate = entriesOf(root, folder).includes('README.md') ? [] : [{ what: 'missing README.md', where: folder, size: 1, fails: true }]
  const core = filesUnder(root, `${folder}/core`).filter(isCode)
  const lines = (wanted: boolean): number =>
    core.filter(f => isTest(f) === wanted).reduce((sum, f) => sum + codeLineCount(textOf(root, f)), 0)
  const ratio = lines(false) === 0 ? TESTS_PER_CODE.warn : Math.floor((lines(true) / lines(false)) * 100) / 100
  if (ratio >= TESTS_PER_CODE.warn) return plate
  return [...plate, { what: 'test lines per code line in core', where: `${folder}/core`, size: ratio, fails: ratio < TESTS_PER_CODE.fail }]
}

/** One line for each failing finding, and one for all warnings of a kind with the worst of them. */
export function reportOf(findings: readonly Finding[], all: boolean): string[] {
  const line = (f: Finding): string => `${f.where}: ${f.size} ${f.what}${f.fails ? '' : ' (warning)'}`
  const warnings = Map.groupBy(
    findings.filter(f => !f.fails),
    f => f.what,
  )
  const summaries = [...warnings].map(([what, found]) => {
    const worst = found.toSorted((a, b) => (what.includes('per code') ? a.size - b.size : b.size - a.size))[0]
    return `warning: ${what}: ${found.length} over target, worst ${worst?.size} in ${worst?.where}`
  })
  return [...findings.filter(f => f.fails).map(line), ...(all ? [...warnings.values()].flat().map(line) : summaries)]
}

if (import.meta.main) {
  const root = process.argv.slice(2).find(arg => !arg.startsWith('--')) ?? '.'
  const findings = checkSizes({ root, house: readHouse(root) })
  const failures = findings.filter(f => f.fails).length
  for (const line of reportOf(findings, process.argv.includes('--all'))) console.log(line)
  console.log(failures > 0 ? `sizes: ${failures} over budget` : 'sizes in order')
  process.exitCode = failures > 0 ? 1 : 0
}
