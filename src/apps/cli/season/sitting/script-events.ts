import { type Dice, roll } from '../../../../kernel/dice.ts'
import type { PaperView, ResponseEvent } from '../../../../modules/delivery/contract.ts'
import { type PaperItem, respond } from '../answering/answers.ts'
import type { KeyBook } from '../answering/key-book.ts'

/** What a candidate does on a paper: events in order, and what they must earn. Marks in hundredths. */
export type ScriptPlan = { readonly events: readonly ResponseEvent[]; readonly answered: number; readonly deserved: number }

const SKIPPED_IN_HUNDRED = 2
const CHANGED_IN_HUNDRED = 8
const MARKED_IN_HUNDRED = 5
const SECONDS_AN_ITEM = 45

/**
 * A candidate goes through the paper once: some items are left blank, some marked for a second look, some answered again with
 * another value; the last value counts. `earns` says what a response to an item is worth.
 */
export function planScript(order: {
  readonly paper: PaperView
  readonly ability: number
  readonly book: KeyBook
  /** dice of the candidate for one item: whatever paper it stands on and in whatever place, the response is the same */
  readonly diceFor: (item: PaperItem) => Dice
  readonly earns: (item: PaperItem, value: object) => number
}): ScriptPlan {
  const { paper, ability, book, diceFor, earns } = order
  const events: ResponseEvent[] = []
  const last = new Map<string, number>()
  const put = (
    itemId: string,
    what: Pick<Extract<ResponseEvent, { kind: 'respond' }>, 'kind' | 'value'> | { readonly kind: 'mark'; readonly value: boolean },
  ) => events.push({ seq: events.length + 1, itemId, clientMs: (events.length + 1) * SECONDS_AN_ITEM * 1000, ...what } as ResponseEvent)
  for (const item of paper.sections.flatMap(s => s.items)) {
    const dice = diceFor(item)
    if (roll(dice, 100) < SKIPPED_IN_HUNDRED) continue
    if (roll(dice, 100) < MARKED_IN_HUNDRED) put(item.itemId, { kind: 'mark', value: true })
    const first = roll(dice, 100) < CHANGED_IN_HUNDRED ? respond(item, -9, book, dice) : null
    if (first !== null) put(item.itemId, { kind: 'respond', value: { ...first } })
    const value = respond(item, ability, book, dice)
    if (value === null) continue
    put(item.itemId, { kind: 'respond', value: { ...value } })
    last.set(item.itemId, earns(item, value))
  }
  return { events, answered: last.size, deserved: [...last.values()].reduce((a, b) => a + b, 0) }
}

/** Events in the batches in which a client saves them: every few seconds, what has come together. */
export function batchesOf(events: readonly ResponseEvent[], dice: Dice): ResponseEvent[][] {
  const batches: ResponseEvent[][] = []
  for (let at = 0; at < events.length;) {
    const size = 3 + roll(dice, 8)
    batches.push(events.slice(at, at + size))
    at += size
  }
  return batches
}
