import { fold } from '../../../modules/delivery/contract.ts'
import type { Exam } from '../engine/exam.ts'
import type { Sheet } from '../engine/sheet.ts'
import type { FakeHall } from './fake-server.ts'

/** Chooses an option of one of the four items. */
export function choose(exam: Exam, item: number, optionId: string): void {
  exam.change({ kind: 'respond', itemId: `item-${item}`, value: { version: 1, optionId } })
}

/** What the server holds, as item → option. */
export function onServer(server: FakeHall): Record<string, unknown> {
  return Object.fromEntries([...fold(server.events.values()).responses].map(([item, f]) => [item, f.value?.['optionId'] ?? null]))
}

export function sheetOf(exam: Exam): Sheet {
  const { phase } = exam.state()
  if (phase.kind !== 'paper' && phase.kind !== 'handing-in') throw new Error(`no paper is open: ${phase.kind}`)
  return phase.sheet
}

/** What the candidate sees, as item → option. */
export function shown(exam: Exam): Record<string, unknown> {
  return Object.fromEntries([...sheetOf(exam).responses].map(([item, r]) => [item, r['optionId']]))
}

export function kindOf(exam: Exam): string {
  return exam.state().phase.kind
}
