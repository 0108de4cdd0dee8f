import { setTimeout as pause } from 'node:timers/promises'
import type { Machine } from '../client/machine.ts'
import { isDrained, settle } from '../client/person.ts'

/** Waits for something to be so; false when it does not come in time. */
export async function until(isSo: () => boolean, mostMs: number): Promise<boolean> {
  for (const end = performance.now() + mostMs; !isSo(); await pause(5)) if (performance.now() > end) return false
  return true
}

/** Nobody works any more; waits until every machine has brought everything. Gives those that could not. */
export async function drain(machines: readonly Machine[], mostMs: number): Promise<readonly Machine[]> {
  const alive = machines.filter(machine => !machine.retired)
  for (const machine of alive) settle(machine)
  await until(() => alive.every(isDrained), mostMs)
  return alive.filter(machine => !isDrained(machine))
}
