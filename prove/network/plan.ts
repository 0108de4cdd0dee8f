import { type Dice, pick, roll } from '../../src/kernel/dice.ts'

/**
 * What happens to one direction of one connection. All is drawn when it is opened, so that a seed gives the same weather again.
 * Bytes of a connection stay in order; connections overtake each other because each has a delay of its own.
 */
export type LinkPlan = {
  /** Milliseconds that every piece is held back, and the most that is added to it by lot. */
  readonly delayMs: number
  readonly jitterMs: number
  /** Only so many bytes go on at a time, with a pause after each piece; null: as they come. */
  readonly trickle: { readonly bytes: number; readonly everyMs: number } | null
  /**
   * After so many bytes. `cut`: both ends are reset. `half-open`: the connection stays, and nothing comes through any more.
   * `truncate`: this direction ends in order, in the middle of whatever it carried.
   */
  readonly end: { readonly how: 'cut' | 'half-open' | 'truncate'; readonly afterBytes: number } | null
}
export type ConnectionPlan = {
  /** The connection is refused at once. */ readonly refused: boolean
  /** From the client to the server, and back. */ readonly up: LinkPlan
  readonly down: LinkPlan
}

export const CLEAR: LinkPlan = { delayMs: 0, jitterMs: 0, trickle: null, end: null }
export const CLEAR_DAY: ConnectionPlan = { refused: false, up: CLEAR, down: CLEAR }

/** How bad a network is: shares of connections between 0 and 1. The rest is clear, or late only. */
export type Weather = {
  readonly refused: number
  readonly cut: number
  readonly halfOpen: number
  readonly truncated: number
  readonly trickling: number
  readonly late: number
}
export const FAIR: Weather = { refused: 0, cut: 0, halfOpen: 0, truncated: 0, trickling: 0, late: 0 }
export const STORM: Weather = { refused: 0.06, cut: 0.25, halfOpen: 0.2, truncated: 0.12, trickling: 0.1, late: 0.15 }

const MOST_BYTES_BEFORE_END = 2_500
const MOST_DELAY_MS = 400
const MOST_JITTER_MS = 60

/** Draws what happens to a connection in this weather. */
export function planConnection(weather: Weather, dice: Dice): ConnectionPlan {
  const at = dice()
  const kinds = ['refused', 'cut', 'halfOpen', 'truncated', 'trickling', 'late'] as const
  let below = 0
  const kind = kinds.find(one => (below += weather[one]) > at)
  const link = linkOf(kind, dice)
  // a line fails on its way to the server as often as on its way back: there the reply is lost to a save that stands
  const isUp = dice() < 0.5
  const other = kind === undefined ? CLEAR : { ...CLEAR, jitterMs: roll(dice, MOST_JITTER_MS) }
  return { refused: kind === 'refused', up: isUp ? link : other, down: isUp ? other : link }
}

function linkOf(kind: keyof Weather | undefined, dice: Dice): LinkPlan {
  const afterBytes = roll(dice, MOST_BYTES_BEFORE_END)
  const jitterMs = roll(dice, MOST_JITTER_MS)
  switch (kind) {
    case 'cut':
      return { ...CLEAR, jitterMs, end: { how: 'cut', afterBytes } }
    case 'halfOpen':
      return { ...CLEAR, jitterMs, end: { how: 'half-open', afterBytes } }
    case 'truncated':
      return { ...CLEAR, jitterMs, end: { how: 'truncate', afterBytes } }
    case 'trickling':
      return { ...CLEAR, trickle: { bytes: pick([7, 31, 113], dice), everyMs: 1 + roll(dice, 8) } }
    case 'late':
      return { ...CLEAR, delayMs: roll(dice, MOST_DELAY_MS), jitterMs }
    default:
      return CLEAR
  }
}

/** How far a direction has come. */
export type LinkState = {
  readonly plan: LinkPlan
  readonly passed: number
  /** When the piece before goes on. */ readonly lastAt: number
  readonly ended: boolean
}
export type Piece = { readonly from: number; readonly to: number; readonly at: number }
/** What becomes of bytes that arrived: pieces that go on, each at its time, and the end of the direction if it has come. */
export type Passage = {
  readonly link: LinkState
  readonly pieces: readonly Piece[]
  readonly end: { readonly how: 'cut' | 'half-open' | 'truncate'; readonly at: number } | null
}

export function openLink(plan: LinkPlan): LinkState {
  return { plan, passed: 0, lastAt: 0, ended: false }
}

/** Takes in so many bytes at a time; what comes after the end is swallowed. */
export function pass(link: LinkState, arrived: { readonly bytes: number; readonly now: number }, dice: Dice): Passage {
  if (link.ended) return { link, pieces: [], end: null }
  const { plan } = link
  const left = plan.end === null ? Infinity : Math.max(0, plan.end.afterBytes - link.passed)
  const going = Math.min(arrived.bytes, left)
  const size = plan.trickle?.bytes ?? Math.max(1, going)
  const pieces: Piece[] = []
  let at = Math.max(link.lastAt, arrived.now + plan.delayMs + Math.floor(dice() * (plan.jitterMs + 1)))
  for (let from = 0; from < going; from += size) {
    if (from > 0) at += plan.trickle?.everyMs ?? 0
    pieces.push({ from, to: Math.min(going, from + size), at })
  }
  const ended = plan.end !== null && arrived.bytes > left
  return {
    link: { plan, passed: link.passed + going, lastAt: at, ended },
    pieces,
    end: ended && plan.end !== null ? { how: plan.end.how, at } : null,
  }
}
