import { type World, between, chance, later } from './world.ts'

/** How messages fare in this world, and which links are cut. */
export type Network = {
  readonly cut: Set<string>
  readonly drop: number
  readonly twice: number
  readonly slow: number
}

/** The place of a message that never comes is taken by nobody: the sender waits. */
const USUAL_MS = [1, 25] as const
const SLOW_MS = [200, 40_000] as const
const PATIENCE_MS = 10_000

export function linkName(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`
}

/** Brings a message over a link: it may get lost, come twice, late, or behind a later one. A link that is cut when it arrives loses it. */
export function carry(world: World, link: string, arrive: () => void): void {
  const { network } = world
  const calm = world.healing
  if (network.cut.has(link) || (!calm && chance(world, network.drop))) return
  const copies = !calm && chance(world, network.twice) ? 2 : 1
  for (let i = 0; i < copies; i++) {
    const [least, most] = !calm && chance(world, network.slow) ? SLOW_MS : USUAL_MS
    later(world, between(world, least, most), () => {
      if (!network.cut.has(link)) arrive()
    })
  }
}

/**
 * A question and its reply. `handle` gets the way to reply; `done` is called once, with null when patience is over: then nobody
 * knows whether the question arrived.
 */
export function ask<R>(world: World, link: string, handle: (reply: (answer: R) => void) => void, done: (answer: R | null) => void): void {
  let open = true
  const once = (answer: R | null) => {
    if (!open) return
    open = false
    done(answer)
  }
  carry(world, link, () => handle(answer => carry(world, link, () => once(answer))))
  later(world, PATIENCE_MS, () => once(null))
}
