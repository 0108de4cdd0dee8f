import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { LabPlacings, codeOfTask } from '../../../modules/item-bank/contract.ts'
import { type ReleaseFault, groundOfTask, releaseFault } from '../../../modules/lab/contract.ts'
import { type LabFolder, labEngine } from '../../../modules/lab/index.ts'
import { readRecords } from './records.ts'

const WHY: Readonly<Record<ReleaseFault['kind'] | 'no-task', string>> = {
  'no-task': '没有这个任务',
  'not-tried': '没有检验过',
  'changed-since': '检验之后有改动',
  'too-few-seeds': '检验的变体太少',
  failed: '检验没有通过',
}

/** `zhiheng lab items`: the tasks as items of the bank, each with its place and whether its gates let it be released. Exit code 1 when one may not. */
export function listLabItems(folder: string, read: LabFolder, json: boolean): number {
  const records = new Map(readRecords(join(folder, 'gates.json')).map(each => [each.task, each]))
  const rows = placingsIn(folder).flatMap(({ edition, level, tasks }) =>
    tasks.map(({ task, area, marks }) => {
      const written = read.tasks.find(each => each.task.task === task)
      const said = records.get(task)
      const ground = written?.scenario ? groundOfTask({ engine: labEngine, task: written.task, scenario: written.scenario }) : undefined
      const fault: keyof typeof WHY | null = ground === undefined ? 'no-task' : (releaseFault(ground, said)?.kind ?? null)
      return { code: codeOfTask(task), task, edition, level, area: area.join('／'), marks, seeds: said?.seeds ?? 0, fault }
    }),
  )
  if (json) console.log(JSON.stringify(rows))
  else
    for (const { code, edition, level, area, marks, seeds, fault } of rows)
      console.log(`${code}  ${edition} ${level}  ${area}  ${marks} 分  ${fault === null ? `可以发布（${seeds} 个变体）` : WHY[fault]}`)
  return rows.every(row => row.fault === null) ? 0 : 1
}

function placingsIn(folder: string): LabPlacings[] {
  const place = join(folder, 'placings')
  const names = existsSync(place) ? readdirSync(place).filter(name => name.endsWith('.json')) : []
  return names.toSorted().map(name => LabPlacings.parse(JSON.parse(readFileSync(join(place, name), 'utf8'))))
}
