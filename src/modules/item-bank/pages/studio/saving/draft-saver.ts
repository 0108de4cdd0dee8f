import type { Result } from '../../../../../kernel/result.ts'
import type { Told } from '../../../../../ui/client.ts'

/** What is true of the draft on the server, as the writer reads it. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** The server said no; what was written is on this screen only. */
  | { readonly kind: 'refused'; readonly told: Told }
  /** The server was not reached; it is tried again. */
  | { readonly kind: 'lost'; readonly told: Told }

type Saved = { readonly guard: number; readonly savedAt: number }

/** The outside of a saver; tests pass their own. */
export type SaverPorts<Body> = {
  readonly save: (guard: number, body: Body) => Promise<Result<Saved, Told>>
  readonly tell: (state: SaveState) => void
  /** Calls back after so many milliseconds; returns the way to stop. */
  readonly later: (ms: number, act: () => void) => () => void
}

export type DraftSaver<Body> = {
  /** Takes what is on the screen; it is saved once the writer pauses. */
  readonly change: (body: Body) => void
  /** Saves at once. True when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>
  readonly guard: () => number
  readonly isClean: () => boolean
  readonly stop: () => void
}

const IDLE_MS = 1_200
const AGAIN_MS = 5_000

/** Saves a draft under its guard: one save at a time, always the newest, again when the network was lost. */
export function draftSaver<Body>(firstGuard: number, { save, tell, later }: SaverPorts<Body>): DraftSaver<Body> {
  let guard = firstGuard
  let waiting: { readonly body: Body } | null = null
  let running: Promise<void> | null = null
  let cancel = () => {}
  const schedule = (ms: number) => {
    cancel()
    cancel = later(ms, () => void run())
  }
  const run = (): Promise<void> => (running ??= saveWaiting().finally(() => (running = null)))
  const saveWaiting = async (): Promise<void> => {
    const order = waiting
    if (order === null) return
    waiting = null
    tell({ kind: 'saving' })
    const reply = await save(guard, order.body)
    if (reply.ok) {
      guard = reply.value.guard
      tell(waiting === null ? { kind: 'saved', at: reply.value.savedAt } : { kind: 'unsaved' })
      if (waiting !== null) schedule(IDLE_MS)
      return
    }
    waiting ??= order
    const isLost = reply.refusal.code === 'network-lost'
    tell({ kind: isLost ? 'lost' : 'refused', told: reply.refusal })
    if (isLost) schedule(AGAIN_MS)
  }
  return {
    change: body => {
      waiting = { body }
      if (running === null) tell({ kind: 'unsaved' })
      schedule(IDLE_MS)
    },
    flush: async () => {
      cancel()
      if (running) await running
      await run()
      return waiting === null
    },
    guard: () => guard,
    isClean: () => waiting === null && running === null,
    stop: () => cancel(),
  }
}
