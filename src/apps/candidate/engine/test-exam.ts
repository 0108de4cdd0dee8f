import { setImmediate as turn } from 'node:timers/promises'
import { diceOf } from '../../../kernel/dice.ts'
import type { Result } from '../../../kernel/result.ts'
import {
  type AttemptStateView,
  type AttemptView,
  type EventSet,
  type PaperView,
  type PlacedEvent,
  type ReceiptView,
  EMPTY_SET,
  append,
  fold,
  storedThrough,
} from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import { type Exam, createExam } from './exam.ts'
import type { ExamServer } from './exam-server.ts'
import { type LocalLog, memoryLog } from './local-log.ts'
import type { Time } from './saver.ts'
import type { TabLease } from './tab-lease.ts'
import { type TabMemory, tabMemory } from './tab-memory.ts'

/** Time that stands still until the test moves it. */
export type TestTime = Time & { advance(ms: number): Promise<void> }

export function testTime(): TestTime {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => void (timers = timers.filter(one => one !== timer))
    },
    async advance(ms) {
      const until = now + ms
      await turn()
      for (;;) {
        const [next] = timers.filter(timer => timer.at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter(one => one !== next)
        now = Math.max(now, next.at)
        next.run()
        await turn()
      }
      now = until
      await turn()
    },
  }
}

const choice = (n: number) => ({
  itemId: `item-${n}`,
  type: 'single-choice' as const,
  marks: 100,
  content: {
    version: 2,
    stem: [{ kind: 'paragraph', text: `第${n}题` }],
    options: ['a', 'b', 'c'].map(id => ({ id, text: id, pinned: false })),
  },
})
export const testPaper: PaperView = {
  packageId: 'package-1',
  title: '理论知识',
  sections: [{ sectionId: 's', title: '一、单项选择题', instructions: '', items: [1, 2, 3, 4].map(choice) }],
}
export const MINUTE = 60_000

/** The server behind the port, over the same pure rules; the test decides when it cannot be reached and what it refuses. */
export type TestServer = ExamServer & {
  down: boolean
  /** Saves reach the server, their replies are lost. */
  deaf: boolean
  refusal: string | null
  attempt: AttemptView
  events: EventSet
  receipt: ReceiptView | null
  saves: number
  enterAgain(): string
}

export function testServer(time: Time): TestServer {
  const lost: Told = { code: 'network-lost', status: 0, facts: {}, zh: '断网', en: 'lost' }
  const refusal = (code: string): { ok: false; refusal: Told } => ({
    ok: false,
    refusal: { code, status: 409, facts: {}, zh: code, en: code },
  })
  const attempt: AttemptView = {
    attemptId: 'attempt-1',
    state: 'ready',
    maskedName: '陈*',
    ticketNumber: '2026',
    roomLabel: '1',
    seatLabel: '1',
    paper: 'theory',
    title: '理论知识',
    itemCount: 4,
    minutes: 90,
    opensAt: 0,
    startUntil: 25 * MINUTE,
    clock: 'sitting',
    earliestHandInMinutes: 30,
    startedAt: null,
    endsAt: null,
    handInFrom: null,
    epoch: 0,
  }
  const epochOf = (token: string) => Number(token.split('.')[2])
  const view = (token: string): AttemptStateView => {
    const { responses, marks, lastItemId } = fold(server.events.values())
    return {
      attempt: server.attempt,
      epoch: epochOf(token),
      serverTime: time.now(),
      logKey: '00',
      receipt: server.receipt,
      lastItemId,
      stored: Array.from({ length: server.attempt.epoch }, (_, i) => ({ epoch: i + 1, through: storedThrough(server.events, i + 1) })),
      responses: [...responses].map(([itemId, f]) => ({ itemId, ...f, value: f.value as Record<string, unknown> | null })),
      marks: [...marks].map(([itemId, f]) => ({ itemId, ...f })),
    }
  }
  const reach = async <T>(token: string, reply: () => Result<T, Told>): Promise<Result<T, Told>> => {
    if (server.down) return { ok: false, refusal: lost }
    return epochOf(token) > server.attempt.epoch ? refusal('token-refused') : reply()
  }
  const takeEvents = (epoch: number, events: readonly PlacedEvent[]) => {
    for (const event of events) {
      const next = append(server.events, { ...event, epoch })
      if (next.ok) server.events = next.value
    }
  }
  const server: TestServer = {
    down: false,
    deaf: false,
    refusal: null,
    attempt,
    events: EMPTY_SET,
    receipt: null,
    saves: 0,
    enterAgain() {
      server.attempt = { ...server.attempt, epoch: server.attempt.epoch + 1 }
      return `s.attempt-1.${server.attempt.epoch}.x`
    },
    enter: async () => {
      if (server.down) return { ok: false, refusal: lost }
      if (server.refusal) return refusal(server.refusal)
      const token = server.enterAgain()
      return { ok: true, value: { token, state: view(token) } }
    },
    state: token => reach(token, () => ({ ok: true, value: view(token) })),
    start: token =>
      reach(token, () => {
        if (server.refusal) return refusal(server.refusal)
        server.attempt = { ...server.attempt, state: 'running', startedAt: time.now(), endsAt: 90 * MINUTE, handInFrom: 30 * MINUTE }
        return { ok: true, value: { attempt: server.attempt, serverTime: time.now() } }
      }),
    paper: token => reach(token, () => (epochOf(token) < server.attempt.epoch ? refusal('fenced') : { ok: true, value: testPaper })),
    save: (token, { epoch, events }) =>
      reach(token, () => {
        server.saves += 1
        if (server.refusal) return refusal(server.refusal)
        takeEvents(epoch, events)
        if (server.deaf) return { ok: false, refusal: lost }
        const standing = epochOf(token) < server.attempt.epoch ? 'fenced' : 'current'
        return {
          ok: true,
          value: {
            epoch,
            storedThrough: storedThrough(server.events, epoch),
            standing,
            serverTime: time.now(),
            endsAt: server.attempt.endsAt ?? 0,
            receipt: 'm',
          },
        }
      }),
    handIn: (token, { lastSeq, by }) =>
      reach(token, () => {
        if (server.refusal) return refusal(server.refusal)
        if (storedThrough(server.events, epochOf(token)) < lastSeq) return refusal('events-missing')
        if (by === 'candidate' && time.now() < 30 * MINUTE) return refusal('too-early-to-hand-in')
        const answeredCount = [...fold(server.events.values()).responses.values()].filter(r => r.value !== null).length
        server.receipt ??= { receiptCode: 'AAAA-BBBB-CCCC', endedAt: time.now(), how: by, answeredCount, itemCount: 4 }
        server.attempt = { ...server.attempt, state: 'handed-in' }
        return { ok: true, value: server.receipt }
      }),
  }
  return server
}

/** A machine in the hall: what survives a reload of its page, and a way to open one. */
export type TestMachine = { readonly memory: TabMemory; log: LocalLog; lease: TabLease; open(): Promise<Exam> }

export function testMachine(server: ExamServer, time: Time): TestMachine {
  const stored = memoryLog()
  const machine: TestMachine = {
    memory: tabMemory(undefined),
    lease: 'held',
    log: { ...stored, durable: true },
    async open() {
      const exam = createExam({
        server,
        memory: machine.memory,
        time,
        dice: diceOf('seed'),
        newRef: () => 'ref-1',
        openLog: async () => machine.log,
        takeLease: async () => machine.lease,
      })
      await exam.open()
      return exam
    },
  }
  return machine
}
