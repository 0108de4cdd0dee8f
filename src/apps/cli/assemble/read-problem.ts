import { readFileSync } from 'node:fs'
import { type Result, ok } from '../../../kernel/result.ts'
import {
  type AssemblyProblem,
  type Constraint,
  type TableFault,
  problemFaults,
  readConstraints,
  readPool,
} from '../../../modules/assembly/contract.ts'
import type { AssembleArguments } from './arguments.ts'

/** Lines that tell what is wrong with the files, in both languages. */
export type FileFaults = readonly string[]

/** Reads the files into a problem. Refuses with one line for each fault: file, line, column, what. */
export function readProblem(args: AssembleArguments): Result<AssemblyProblem, FileFaults> {
  const texts = {
    items: textOf(args.items),
    parameters: textOf(args.parameters),
    stimuli: textOf(args.stimuli),
    constraints: textOf(args.constraints),
  }
  for (const text of Object.values(texts)) if (!text.ok) return text
  if (!texts.items.ok || !texts.parameters.ok || !texts.stimuli.ok || !texts.constraints.ok) return { ok: false, refusal: [] }
  const pool = readPool({ items: texts.items.value ?? '', parameters: texts.parameters.value, stimuli: texts.stimuli.value })
  if (!pool.ok) return { ok: false, refusal: pool.refusal.map(fault => faultLine(args[fault.table] ?? '', fault)) }
  const read = readConstraints(texts.constraints.value ?? '')
  if (!read.ok) return { ok: false, refusal: read.refusal.map(fault => faultLine(args.constraints, fault)) }
  const problem = { pool: pool.value, constraints: [...read.value, ...overlapOf(args, read.value)], forms: args.forms, goal: args.goal }
  const faults = problemFaults(problem)
  if (faults.length === 0) return ok(problem)
  return {
    ok: false,
    refusal: faults.map(({ constraintId, zh, en }) => (constraintId === '' ? `${zh}。(${en})` : `约束${constraintId}：${zh}。(${en})`)),
  }
}

function overlapOf({ overlap, forms }: AssembleArguments, known: readonly Constraint[]): Constraint[] {
  if (overlap === null || forms === 1) return []
  const id = known.some(each => each.id === 'OVERLAP') ? 'OVERLAP --overlap' : 'OVERLAP'
  return [{ id, kind: 'overlap', ...overlap }]
}

/** The text of a file, in UTF-8 or, as Chinese spreadsheets save it, GB 18030. */
function textOf(path: string | null): Result<string | null, FileFaults> {
  if (path === null) return ok(null)
  try {
    const bytes = readFileSync(path)
    try {
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch {
      return ok(new TextDecoder('gb18030').decode(bytes))
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ok: false, refusal: [`无法读取${path}：${why}。(cannot be read)`] }
  }
}

function faultLine(path: string, { line, column, zh, en }: TableFault): string {
  return `${path}:${line}:${column} 第${line}行第${column}列：${zh}。(${en})`
}
