import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { type GatesReport, gatesRecord, runGates } from '../../../modules/lab/contract.ts'
import { type LabArguments, LAB_USAGE, parseLabArguments } from './arguments.ts'
import { gatesLines, taskLine } from './gates-lines.ts'
import { keepRecord } from './records.ts'
import { listLabItems } from './lab-items.ts'
import { type LabFolder, type WrittenTask, faultLine, labEngine, labValidators, readLabFolder } from '../../../modules/lab/index.ts'

/** `zhiheng lab tasks|gates|items`. Exit code 1 when a file or a gate has a fault, 2 when the words make no sense or name nothing. */
export async function labVerb(words: readonly string[]): Promise<number> {
  const args = parseLabArguments(words)
  const folder = args === null ? '' : resolve(args.folder)
  if (args === null || !existsSync(folder)) {
    console.error(args === null ? LAB_USAGE : `没有目录${folder}。(no such folder)\n${LAB_USAGE}`)
    return 2
  }
  const read = readLabFolder(folder)
  if (args.verb === 'items') return listLabItems(folder, read, args.json)
  return args.verb === 'tasks' ? listTasks(read, args.json) : gates(read, args)
}

function listTasks({ tasks, faults }: LabFolder, json: boolean): number {
  const rows = tasks.map(({ file, task, scenario }) => ({
    file,
    task: task.task,
    title: task.title,
    apps: scenario === null ? null : Object.keys(scenario.apps),
  }))
  if (json) console.log(JSON.stringify({ tasks: rows, faults }))
  else for (const [i, { task }] of tasks.entries()) console.log(taskLine(task, rows[i]?.apps ?? null))
  for (const fault of faults) console.error(faultLine(fault))
  return faults.length > 0 || rows.some(row => row.apps === null) ? 1 : 0
}

function gates({ tasks, faults }: LabFolder, args: Extract<LabArguments, { verb: 'gates' }>): number {
  const chosen = args.task === 'all' ? tasks : tasks.filter(({ task }) => task.task === args.task.toUpperCase())
  for (const fault of faults) console.error(faultLine(fault))
  if (chosen.length === 0) {
    console.error(`没有任务“${args.task}”，可选：${tasks.map(t => t.task.task).join('、')} (no such task)`)
    return 2
  }
  const passed = chosen.map(written => gateTask(written, args))
  if (passed.length > 1 && !args.json) console.log(`${passed.length} 个任务，${passed.filter(Boolean).length} 个通过`)
  return passed.every(Boolean) && (args.task !== 'all' || faults.length === 0) ? 0 : 1
}

type GateArguments = Pick<Extract<LabArguments, { verb: 'gates' }>, 'seeds' | 'json' | 'record'>

function gateTask({ file, task, scenario }: WrittenTask, args: GateArguments): boolean {
  if (scenario === null) {
    console.error(`${file}：没有情境“${task.scenario}” (no such scenario)`)
    return false
  }
  const seeds = Array.from({ length: args.seeds }, (_, i) => `gate-${i}`)
  const report = runGates({ engine: labEngine, task, scenario, validators: labValidators }, seeds, done =>
    tell(task.task, done, args.seeds),
  )
  wipe()
  if (args.record !== null) keepRecord(args.record, gatesRecord({ engine: labEngine, task, scenario }, report))
  print(report, args.json, gatesLines(task, report))
  return report.faults.length === 0
}

function print(report: GatesReport, json: boolean, lines: readonly string[]): void {
  if (json) console.log(JSON.stringify(report))
  else for (const line of lines) console.log(line)
}

/** Two hundred variants take some seconds: a person at a terminal sees how far it is. */
function tell(task: string, done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${task} ${done}/${all}`)
}

function wipe(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
