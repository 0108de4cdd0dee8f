import type { CharTest, PatternTree } from './pattern-tree.ts'

/** A state of the machine: takes a character, or goes on to others without one. `end` accepts. */
type State =
  | { readonly kind: 'char'; readonly test: CharTest; next: number }
  | { readonly kind: 'fork'; readonly to: number[] }
  | { readonly kind: 'end' }

export type PatternMachine = { readonly states: readonly State[]; readonly start: number }

/** Builds the machine back to front; null when it would need more states than allowed. */
export function compilePattern(tree: PatternTree, most: number): PatternMachine | null {
  const states: State[] = [{ kind: 'end' }]
  // counted apart from the states: repetitions of nothing make no states
  let left = 4 * most
  const add = (state: State): number => states.push(state) - 1
  const build = (part: PatternTree, next: number): number => {
    if (--left < 0) return 0
    switch (part.kind) {
      case 'set':
        return add({ kind: 'char', test: part.test, next })
      case 'sequence':
        return part.parts.reduceRight((following, one) => build(one, following), next)
      case 'choice':
        return add({ kind: 'fork', to: part.choices.map(one => build(one, next)) })
      case 'repeat':
        return buildRepeat(part, next)
      default:
        return next
    }
  }
  const buildRepeat = (repeat: PatternTree & { kind: 'repeat' }, next: number): number => {
    let start = next
    if (repeat.most === Infinity) {
      const loop: State & { kind: 'fork' } = { kind: 'fork', to: [next] }
      start = add(loop)
      loop.to.push(build(repeat.part, start))
    } else
      for (let n = repeat.least; n < repeat.most && left >= 0; n++) start = add({ kind: 'fork', to: [next, build(repeat.part, start)] })
    for (let n = 0; n < repeat.least && left >= 0; n++) start = build(repeat.part, start)
    return start
  }
  const start = build(tree, 0)
  return left < 0 || states.length > most ? null : { states, start }
}

/**
 * Does the whole text fit? All states are followed side by side, so that the time is the length of the text times
 * the number of states at most, whatever the pattern.
 */
export function matchesPattern({ states, start }: PatternMachine, text: string): boolean {
  let current = reachable(states, [start])
  for (const sign of text) {
    if (current.length === 0) return false
    const point = sign.codePointAt(0) ?? 0
    const next: number[] = []
    for (const at of current) {
      const state = states[at]
      if (state?.kind === 'char' && state.test(point)) next.push(state.next)
    }
    current = reachable(states, next)
  }
  return current.includes(0)
}

/** The states one can be in without taking a character. */
function reachable(states: readonly State[], from: readonly number[]): number[] {
  const seen = new Uint8Array(states.length)
  const waiting = [...from]
  const found: number[] = []
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen[at] === 1) continue
    seen[at] = 1
    const state = states[at]
    if (state?.kind === 'fork') waiting.push(...state.to)
    else found.push(at)
  }
  return found
}
