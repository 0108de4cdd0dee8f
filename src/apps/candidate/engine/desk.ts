import type { Dice } from '../../../kernel/dice.ts'
import type { AttemptStateView } from '../../../modules/delivery/contract.ts'
import { type ExamState, FIRST_STATE, type Phase } from './exam-state.ts'
import type { ExamServer } from '../ports/exam-server.ts'
import type { LocalLog } from '../ports/local-log.ts'
import type { Saver } from './saver.ts'
import { sample, serverNow } from './server-clock.ts'
import type { SebBrowser } from '../ports/seb-browser.ts'
import type { TabLease } from '../ports/tab-lease.ts'
import type { TabMemory } from '../ports/tab-memory.ts'
import type { Time } from '../ports/time.ts'

/** The outside world of the exam client; tests bring their own. */
export type ExamParts = {
  readonly server: ExamServer
  readonly memory: TabMemory
  readonly seb: SebBrowser
  readonly openLog: (attemptId: string, keyHex: string) => Promise<LocalLog>
  readonly takeLease: (attemptId: string, onGained: () => void) => Promise<TabLease>
  readonly time: Time
  readonly dice: Dice
  readonly newRef: () => string
}

/** What belongs to one attempt on this page and survives taking it up again. */
export type Entry = { readonly token: string; readonly attemptId: string; readonly log: LocalLog; lease: TabLease; saver: Saver | null }

/** The one store of the page and what works on it. */
export type Desk = {
  readonly parts: ExamParts
  readonly listeners: Set<() => void>
  state: ExamState
  entry: Entry | null
  failures: number
  /** This page has shown its nonce; a second time it would be a replay. */
  sebTried: boolean
}

export function createDesk(parts: ExamParts): Desk {
  return { parts, listeners: new Set(), state: FIRST_STATE, entry: null, failures: 0, sebTried: false }
}

export function set(desk: Desk, next: Partial<ExamState>): void {
  desk.state = { ...desk.state, ...next }
  for (const listener of desk.listeners) listener()
}

export function show(desk: Desk, phase: Phase): void {
  set(desk, { phase })
}

export function pause(desk: Desk, ms: number): Promise<void> {
  return new Promise(done => void desk.parts.time.after(ms, done))
}

/** Reads the state of an attempt and the server's clock with it. */
export async function readState(desk: Desk, token: string): ReturnType<ExamServer['state']> {
  const sentMs = desk.parts.time.now()
  const reply = await desk.parts.server.state(token)
  if (reply.ok) takeClock(desk, { serverMs: reply.value.serverTime, sentMs, receivedMs: desk.parts.time.now() })
  return reply
}

export function takeClock(desk: Desk, reply: { readonly serverMs: number; readonly sentMs: number; readonly receivedMs: number }): void {
  set(desk, { clock: sample(desk.state.clock, reply) })
}

/** Milliseconds left on the paper; null when no paper is open. */
export function remainingMs(desk: Desk): number | null {
  const { phase, clock } = desk.state
  const endsAt = phase.kind === 'paper' || phase.kind === 'handing-in' ? phase.attempt.endsAt : null
  return endsAt === null ? null : Math.max(0, endsAt - serverNow(clock, desk.parts.time.now()))
}

type End = {
  readonly attempt: AttemptStateView['attempt']
  readonly receipt: NonNullable<AttemptStateView['receipt']>
  readonly lateCount: number
}

/** The paper is over: nothing stays on this machine unless something is not final at the server. What is left is still brought. */
export function showEnd(desk: Desk, { attempt, receipt, lateCount }: End): void {
  const saver = desk.entry?.saver
  const unsent = saver?.unsent().length ?? 0
  desk.parts.memory.set('start-ref', null)
  desk.parts.memory.set('item', null)
  if (!saver || saver.isFinal()) {
    saver?.stop()
    void desk.entry?.log.clear().catch(() => undefined)
  }
  show(desk, { kind: 'ended', attempt, receipt, unsent, late: lateCount })
}
