import type { Dice } from '../../../kernel/dice.ts'
import type { AttemptStateView, AttemptView, PaperView } from '../../../modules/delivery/contract.ts'
import { type ExamState, FIRST_STATE, type Phase } from './exam-state.ts'
import type { Told } from '../../../ui/client.ts'
import type { LocalLog } from '../ports/local-log.ts'
import type { Machine } from '../ports/machine.ts'
import type { Saver } from './saver.ts'
import { sample, serverNow } from './server-clock.ts'
import type { SebBrowser } from '../ports/seb-browser.ts'
import type { SiteServers } from './site/site-servers.ts'
import type { TabLease } from '../ports/tab-lease.ts'
import type { TabMemory } from '../ports/tab-memory.ts'
import type { Time } from '../ports/time.ts'

/** The outside world of the exam client; tests bring their own. */
export type ExamParts = {
  readonly server: SiteServers
  readonly memory: TabMemory
  readonly seb: SebBrowser
  readonly machine: Machine
  readonly openLog: (attemptId: string, keyHex: string) => Promise<LocalLog>
  /** Opens a sealed form; null when key and form do not belong together, or the browser has no cipher. */
  readonly openForm: (bytes: Uint8Array, packageId: string, keyHex: string) => Promise<PaperView | null>
  readonly takeLease: (attemptId: string, onGained: () => void) => Promise<TabLease>
  readonly time: Time
  readonly dice: Dice
  readonly newRef: () => string
}

/** A form as it lies here, still sealed. */
export type StagedForm = { readonly packageId: string; readonly bytes: Uint8Array }

/** What belongs to one attempt on this page and survives taking it up again. */
export type Entry = {
  readonly token: string
  readonly attemptId: string
  readonly epoch: number
  readonly log: LocalLog
  lease: TabLease
  saver: Saver | null
  /** How the attempt stood when a server was last asked. */
  known: AttemptStateView
  form: StagedForm | null
  /** The sealed form is being fetched, or the answer is known: once for an attempt. */
  staging: Promise<void> | null
  /** The key is being asked for. */
  asksKey: boolean
  /** The start was pressed and no server knows of it yet: nothing can be saved there. */
  startPending: boolean
}

/** What any part may ask of the whole: the way in leads through all of them. */
export type Acts = { readonly resume: (desk: Desk, token: string) => Promise<void> }

/** The one store of the page and what works on it. */
export type Desk = {
  readonly acts: Acts
  readonly parts: ExamParts
  readonly listeners: Set<() => void>
  state: ExamState
  entry: Entry | null
  failures: number
  /** Requests in a row that no server answered. */
  unreached: number
  /** This page has shown its nonce; a second time it would be a replay. */
  sebTried: boolean
}

export function createDesk(parts: ExamParts, acts: Acts): Desk {
  return { parts, acts, listeners: new Set(), state: FIRST_STATE, entry: null, failures: 0, unreached: 0, sebTried: false }
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
export async function readState(desk: Desk, token: string): ReturnType<SiteServers['state']> {
  const sentMs = desk.parts.time.now()
  const reply = await desk.parts.server.state(token)
  if (reply.ok) takeClock(desk, { serverMs: reply.value.serverTime, sentMs, receivedMs: desk.parts.time.now() })
  return reply
}

export function takeClock(desk: Desk, reply: { readonly serverMs: number; readonly sentMs: number; readonly receivedMs: number }): void {
  set(desk, { clock: sample(desk.state.clock, reply) })
}

/** The server's time as this page knows it, in milliseconds. */
export function nowOf(desk: Desk): number {
  return serverNow(desk.state.clock, desk.parts.time.now())
}

/** Milliseconds left on the paper; null when no paper is open. While the hall is paused they stand still. */
export function remainingMs(desk: Desk): number | null {
  const { phase, pause: halt } = desk.state
  const endsAt = phase.kind === 'paper' || phase.kind === 'handing-in' ? phase.attempt.endsAt : null
  return endsAt === null ? null : Math.max(0, endsAt - (halt?.since ?? nowOf(desk)))
}

const TOLD_FROM_MS = 30_000

/** A later end means that time was given back: that is told, and the page remembers it. */
export function moveEnd(desk: Desk, endsAt: number | null): void {
  const { phase } = desk.state
  if ((phase.kind !== 'paper' && phase.kind !== 'handing-in') || endsAt === null || phase.attempt.endsAt === endsAt) return
  const gained = endsAt - (phase.attempt.endsAt ?? endsAt)
  const isGift = gained >= TOLD_FROM_MS && desk.entry?.startPending === false
  set(desk, {
    phase: { ...phase, attempt: { ...phase.attempt, endsAt } },
    ...(isGift && { credited: { minutes: Math.round(gained / 60_000), at: nowOf(desk) } }),
  })
}

/** The attempt as a server tells it, in whatever phase it is shown. */
export function takeAttempt(desk: Desk, attempt: AttemptView): void {
  const { phase } = desk.state
  if (phase.kind !== 'paper' && phase.kind !== 'handing-in') return
  moveEnd(desk, attempt.endsAt)
  set(desk, { phase: { ...phase, attempt } })
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
  for (const name of ['start-ref', 'item', 'hand-in', 'form-key'] as const) desk.parts.memory.set(name, null)
  if (!saver || saver.isFinal()) {
    saver?.stop()
    void desk.entry?.log.clear().catch(() => undefined)
  }
  set(desk, { pause: null, phase: { kind: 'ended', attempt, receipt, unsent, late: lateCount } })
}

/** A refusal that ends work at this machine: back to the door, or a full stop with its text. */
export function refused(desk: Desk, told: Told): void {
  desk.entry?.saver?.stop()
  if (told.code !== 'token-refused') return show(desk, { kind: 'stopped', told })
  desk.parts.memory.set('token', null)
  show(desk, { kind: 'sign-in', busy: false, told })
}
