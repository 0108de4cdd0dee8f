import { diceOf, shuffled } from '../../../../../../kernel/dice.ts'

const MOST = 256

/** All non-empty subsets of up to eight entries; of more, those of the first eight. */
export function subsetsOf<T>(entries: readonly T[]): T[][] {
  const few = entries.slice(0, 8)
  return Array.from({ length: 2 ** few.length - 1 }, (_, mask) => few.filter((_, at) => ((mask + 1) >> at) & 1))
}

/** Orders of the entries: all of them up to five entries, otherwise a seeded sample with the order itself first. */
export function ordersOf<T>(entries: readonly T[]): T[][] {
  if (entries.length <= 5) return permutations(entries)
  const dice = diceOf('orders')
  return [[...entries], ...Array.from({ length: MOST - 1 }, () => shuffled(entries, dice))]
}

function permutations<T>(entries: readonly T[]): T[][] {
  if (entries.length <= 1) return [[...entries]]
  return entries.flatMap((entry, at) => permutations(entries.toSpliced(at, 1)).map(rest => [entry, ...rest]))
}

/** One of several values for each place: all combinations up to 256, otherwise a seeded sample. */
export function combinationsOf<T>(places: readonly (readonly T[])[]): T[][] {
  const total = places.reduce((product, place) => product * place.length, 1)
  const at = (number: number) => {
    let left = number
    return places.flatMap(place => {
      const value = place[left % place.length]
      left = Math.floor(left / place.length)
      return value === undefined ? [] : [value]
    })
  }
  if (total <= MOST) return Array.from({ length: total }, (_, number) => at(number))
  const dice = diceOf('combinations')
  return Array.from({ length: MOST }, () => places.flatMap(place => shuffled(place, dice).slice(0, 1)))
}
