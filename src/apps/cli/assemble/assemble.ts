import { writeFileSync } from 'node:fs'
import { assemblyRefusals } from '../../../modules/assembly/contract.ts'
import { type AssemblyOutcome, type AssemblyProgress, assembleByProof } from '../../../modules/assembly/index.ts'
import { openSolver } from '../../../platform/solver/solver.ts'
import { fillText } from '../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { ASSEMBLE_USAGE, type AssembleArguments, parseAssembleArguments } from './arguments.ts'
import { formsCsv, outcomeJson, outcomeLines } from './outcome-lines.ts'
import { readProblem } from './read-problem.ts'

const EXIT: Readonly<Record<AssemblyOutcome['kind'], number>> = { assembled: 0, impossible: 3, 'not-found': 4 }

/** Assembles forms from tables. Exit code 0 assembled, 2 usage or tables, 3 impossible, 4 not found in time, 1 broken off. */
export async function assemble(words: readonly string[]): Promise<number> {
  const args = parseAssembleArguments(words)
  if (!args.ok) {
    console.error(`${args.refusal.zh}(${args.refusal.en})\n\n${ASSEMBLE_USAGE}`)
    return 2
  }
  const problem = readProblem(args.value)
  if (!problem.ok) {
    for (const line of problem.refusal) console.error(line)
    return 2
  }
  const solver = openSolver()
  const cancel = new AbortController()
  const stop = (): void => cancel.abort()
  process.once('SIGINT', stop)
  try {
    const { seconds, gap, seed } = args.value
    const outcome = await assembleByProof(problem.value, solver, {
      seconds,
      gap,
      seed,
      signal: cancel.signal,
      onProgress: teller(args.value),
    })
    if (!outcome.ok) return refused(outcome.refusal)
    if (args.value.json) console.log(JSON.stringify(outcomeJson(outcome.value)))
    else for (const line of outcomeLines(problem.value, outcome.value)) console.log(line)
    return keep(args.value, outcome.value)
  } finally {
    process.removeListener('SIGINT', stop)
    await solver.close()
  }
}

function keep({ out }: AssembleArguments, outcome: AssemblyOutcome): number {
  if (out !== null && outcome.kind === 'assembled')
    try {
      writeFileSync(out, formsCsv(outcome.forms))
    } catch (error) {
      console.error(`无法写入${out}：${error instanceof Error ? error.message : String(error)}。(cannot be written)`)
      return 1
    }
  return EXIT[outcome.kind]
}

function refused({ code, facts }: Refusal): number {
  const text = (assemblyRefusals as Readonly<Record<string, { readonly zh: string; readonly en: string }>>)[code]
  console.error(text === undefined ? code : `${fillText(text.zh, facts)}(${fillText(text.en, facts)})`)
  return 1
}

/** On a terminal, one line that tells how far it is. */
function teller({ json }: AssembleArguments): (progress: AssemblyProgress) => void {
  if (json || !process.stderr.isTTY) return () => undefined
  return ({ stage, form, forms, seconds, best, bound }) => {
    const where = form === null ? '' : ` ${form}/${forms}`
    const numbers = best === null ? '' : `  ${best.toFixed(4)} / ${bound?.toFixed(4) ?? '–'}`
    process.stderr.write(`\r\u001B[K${seconds.toFixed(1)} s  ${stage}${where}${numbers}`)
    if (stage === 'exchange') process.stderr.write('\r\u001B[K')
  }
}
