import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { GatesRecord } from '../../../modules/lab/contract.ts'

/** What the gates said, as a file keeps it: one record a task, in the order of their numbers. */
export function readRecords(file: string): GatesRecord[] {
  return existsSync(file) ? z.array(GatesRecord).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}

/** Keeps a record in place of an earlier one about the same task. */
export function keepRecord(file: string, record: GatesRecord): void {
  const others = readRecords(file).filter(each => each.task !== record.task)
  const records = [...others, record].toSorted((a, b) => (a.task < b.task ? -1 : 1))
  writeFileSync(file, `[\n${records.map(each => `  ${JSON.stringify(each)}`).join(',\n')}\n]\n`)
}
