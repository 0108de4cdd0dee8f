import { addFile } from './add-file.ts'
import { type ExamParts, createDesk, remainingMs, set, show } from './desk.ts'
import { type ExamState, FIRST_STATE, obstacleOf } from './exam-state.ts'
import { handIn, keepWorking } from './hand-over.ts'
import { type ItemWorld, itemWorld } from './world/item-world.ts'
import { serverNow } from './server-clock.ts'
import type { Change, FileView } from '../../../modules/delivery/contract.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Told } from '../../../ui/client.ts'
import { change, goTo, paceOf } from './sheet.ts'
import { startPaper } from './form/begin.ts'
import { OF_ATTEMPT } from '../ports/tab-memory.ts'
import { callForHelp } from './site/beats.ts'
import { open, resume, signIn } from './take-up.ts'
import { startTicking } from './ticker.ts'

/** The exam client without its face: one state, one way to follow it, and the things a candidate can do. */
export type Exam = {
  state(): ExamState
  subscribe(listener: () => void): () => void
  open(): Promise<void>
  signIn(ticketNumber: string, entryCode: string): Promise<void>
  startPaper(): Promise<void>
  change(made: Change): void
  /** Sends a file for an item of the open paper. */
  addFile(itemId: string, file: File): Promise<Result<FileView, Told>>
  /** The world of an item of the laboratory. */
  world(itemId: string): ItemWorld
  goTo(index: number): void
  handIn(): Promise<void>
  /** Raises a hand; the invigilators see it on their wall. */
  callForHelp(): Promise<void>
  keepWorking(): void
  remainingMs(): number | null
  serverNow(): number
  /** Sends what is there; `leaving` when the page goes away. */
  flush(leaving: boolean): void
  /** Forgets the attempt and shows the sign-in for the next person. */
  leave(): void
}

export function createExam(parts: ExamParts): Exam {
  const desk = createDesk(parts, { resume })
  return {
    state: () => desk.state,
    subscribe(listener) {
      desk.listeners.add(listener)
      return () => void desk.listeners.delete(listener)
    },
    open: () => {
      startTicking(desk)
      return open(desk)
    },
    signIn: (ticketNumber, entryCode) => signIn(desk, ticketNumber, entryCode),
    startPaper: () => startPaper(desk),
    change(made) {
      const { phase } = desk.state
      if (phase.kind !== 'paper' || obstacleOf(desk.state) !== null || remainingMs(desk) === 0) return
      // first the words beside the paper, then the paper: not for a moment does “saved” stand beside what is not
      desk.entry?.saver?.record(made, paceOf(phase.sheet, made))
      if (desk.state.phase.kind === 'paper') show(desk, { ...desk.state.phase, sheet: change(phase.sheet, made), told: null })
    },
    addFile: (itemId, file) => addFile(desk, itemId, file),
    world: itemId => itemWorld(desk, itemId),
    goTo(index) {
      const { phase } = desk.state
      if (phase.kind !== 'paper') return
      const sheet = goTo(phase.sheet, index)
      parts.memory.set('item', sheet.items[sheet.at]?.itemId ?? null)
      show(desk, { ...phase, sheet })
    },
    handIn: () => handIn(desk, 'candidate'),
    callForHelp: () => callForHelp(desk),
    keepWorking: () => keepWorking(desk),
    remainingMs: () => remainingMs(desk),
    serverNow: () => serverNow(desk.state.clock, parts.time.now()),
    flush: leaving => desk.entry?.saver?.flush(leaving),
    leave() {
      desk.entry?.saver?.stop()
      desk.entry = null
      for (const name of OF_ATTEMPT) parts.memory.set(name, null)
      set(desk, { ...FIRST_STATE, clock: desk.state.clock, link: desk.state.link, phase: { kind: 'sign-in', busy: false, told: null } })
    },
  }
}
