import { setTimeout as pause } from 'node:timers/promises'
import { call } from './calls.ts'
import { SITTING } from './hall.ts'
import { type Machine, type Record, saveOnce } from './machine.ts'
import type { PairSite } from './pair-site.ts'

/** Machines that save one batch after the other. */
export type Load = {
  /** Each machine finishes what it has under way. */
  stop(): Promise<void>
  /** Until every machine had something acknowledged that it sent after an instant; the longest wait in milliseconds. */
  ackedSince(since: number, withinMs: number): Promise<number>
}

const THINKS_MS = 15

export function startLoad(record: Record, machines: readonly Machine[]): Load {
  let stopped = false
  const last = new Map(machines.map(machine => [machine, -Infinity]))
  const run = async (machine: Machine) => {
    while (!stopped && !machine.fenced) {
      const [sentAt, before] = [performance.now(), machine.acked]
      await saveOnce(record, machine)
      if (machine.acked > before) last.set(machine, sentAt)
      else await pause(30)
      await pause(THINKS_MS)
    }
    // what is under way is sent until somebody has it
    for (let tries = 0; !machine.fenced && machine.acked < machine.sent && tries < 200; tries += 1) {
      const before = machine.acked
      await saveOnce(record, machine)
      if (machine.acked === before) await pause(100)
    }
  }
  const running = Promise.all(machines.map(run))
  return {
    stop: async () => {
      stopped = true
      await running
    },
    ackedSince: async (since, withinMs) => {
      for (;;) {
        const waiting = machines.filter(machine => !machine.fenced && (last.get(machine) ?? 0) < since)
        const waited = performance.now() - since
        if (waiting.length === 0) return waited
        if (waited > withinMs) throw new Error(`nothing acknowledged for ${withinMs} ms: ${waiting.map(one => one.by).join(', ')}`)
        await pause(10)
      }
    },
  }
}

/** What a server lists for people to look at, by attempt, and all kinds of it. */
export async function reviewAt(
  site: PairSite,
  at: number,
): Promise<{ readonly byAttempt: ReadonlyMap<string, readonly string[]>; readonly kinds: readonly string[] }> {
  const told = await call(`${site.addresses[at as 0 | 1]}/api/delivery/hall/sittings/${SITTING}/review`, {
    headers: site.servers[at as 0 | 1].console,
    patienceMs: 10_000,
  })
  if (told.status !== 200) throw new Error(`review: ${told.status} ${told.code}`)
  const found = told.body['found'] as { attemptId: string | null; found: { kind: string } }[]
  const byAttempt = new Map<string, string[]>()
  for (const { attemptId, found: one } of found)
    if (attemptId !== null) byAttempt.set(attemptId, [...(byAttempt.get(attemptId) ?? []), one.kind])
  return { byAttempt, kinds: found.map(one => one.found.kind) }
}
