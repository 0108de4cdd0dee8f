/**
 * Methods that the code uses and the oldest browsers of our targets lack, supplied before anything else runs: every bundle imports this file first.
 * The bundler lowers syntax to a target; methods it leaves as they are. See docs/decisions/0023-browser-target.md.
 */
type Of<T> = { readonly length: number; readonly [at: number]: T }

const placeOf = (length: number, at: number): number => (Math.trunc(at) || 0) + (at < 0 ? length : 0)

/** The methods by their names, as the standard has them; `this` is a list, a string for `at`. */
export const ARRAY_METHODS = {
  at<T>(this: Of<T>, at: number): T | undefined {
    return this[placeOf(this.length, at)]
  },
  findLast<T>(this: Of<T>, fits: (value: T, at: number, all: Of<T>) => unknown): T | undefined {
    for (let i = this.length - 1; i >= 0; i--) if (fits(this[i] as T, i, this)) return this[i]
    return undefined
  },
  findLastIndex<T>(this: Of<T>, fits: (value: T, at: number, all: Of<T>) => unknown): number {
    for (let i = this.length - 1; i >= 0; i--) if (fits(this[i] as T, i, this)) return i
    return -1
  },
  toReversed<T>(this: ArrayLike<T>): T[] {
    return Array.from(this, (_value, i) => this[this.length - 1 - i] as T)
  },
  toSorted<T>(this: ArrayLike<T>, compare?: (a: T, b: T) => number): T[] {
    return Array.from(this).sort(compare)
  },
  toSpliced<T>(this: ArrayLike<T>, ...change: [start: number, skip?: number, ...more: T[]]): T[] {
    const copy = Array.from(this)
    copy.splice(...(change as [number, number, ...T[]]))
    return copy
  },
  with<T>(this: ArrayLike<T>, at: number, value: T): T[] {
    const place = placeOf(this.length, at)
    if (place < 0 || place >= this.length) throw new RangeError(`no place ${at} in a list of ${this.length}`)
    const copy = Array.from(this)
    copy[place] = value
    return copy
  },
}

export const hasOwn = (thing: object, name: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(thing, name)

/** Puts a method where there is none: what a browser brings along stays. */
export function supply(place: object, name: string, method: unknown): void {
  if (name in place) return
  Object.defineProperty(place, name, { value: method, writable: true, configurable: true, enumerable: false })
}

for (const [name, method] of Object.entries(ARRAY_METHODS)) supply(Array.prototype, name, method)
supply(String.prototype, 'at', ARRAY_METHODS.at)
supply(Object, 'hasOwn', hasOwn)
