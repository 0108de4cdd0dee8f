import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type DocumentFault,
  LAB_APPS,
  type ScenarioDocument,
  type TaskDocument,
  readScenario,
  readTask,
} from '../../../modules/lab/contract.ts'
import { readYaml } from '../../../platform/markup/read-yaml.ts'

/** A fault of a file as a writer finds it: `tasks/l4-02.yaml:12:8 …`. */
export type FileFault = { readonly file: string; readonly line: number; readonly column: number; readonly zh: string }
export type WrittenTask = { readonly file: string; readonly task: TaskDocument; readonly scenario: ScenarioDocument | null }
export type LabFolder = { readonly tasks: readonly WrittenTask[]; readonly faults: readonly FileFault[] }

type Document<T> = { readonly file: string; readonly value: T | null; readonly faults: readonly FileFault[] }
type Reader<T> = (
  value: unknown,
) => { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly DocumentFault[] }

/** Every task of a folder with the scenario it is set in, and whatever is wrong with the files. */
export function readLabFolder(folder: string): LabFolder {
  const scenarios = documentsIn(folder, 'scenarios', readScenario)
  const known = new Map(scenarios.flatMap(({ value }) => (value === null ? [] : [[`${value.scenario}@${value.version}`, value] as const])))
  const tasks = documentsIn(folder, 'tasks', value => readTask(value, LAB_APPS))
  return {
    tasks: tasks.flatMap(({ file, value }) => (value === null ? [] : [{ file, task: value, scenario: known.get(value.scenario) ?? null }])),
    faults: [...scenarios, ...tasks].flatMap(d => d.faults),
  }
}

function documentsIn<T>(folder: string, kind: string, read: Reader<T>): Document<T>[] {
  const path = join(folder, kind)
  const names = existsSync(path) ? readdirSync(path).filter(name => name.endsWith('.yaml')) : []
  return names.toSorted().map(name => documentOf(`${kind}/${name}`, readFileSync(join(path, name), 'utf8'), read))
}

function documentOf<T>(file: string, text: string, read: Reader<T>): Document<T> {
  const yaml = readYaml(text)
  if (!yaml.ok) return { file, value: null, faults: yaml.faults.map(fault => ({ file, ...fault })) }
  const parsed = read(yaml.value)
  if (parsed.ok) return { file, value: parsed.value, faults: [] }
  return { file, value: null, faults: parsed.faults.map(({ path, offset, zh }) => ({ file, ...yaml.placeOf(path, offset), zh })) }
}

/** One line for a fault of a file. */
export function faultLine({ file, line, column, zh }: FileFault): string {
  return `${file}:${line}:${column} ${zh}`
}
