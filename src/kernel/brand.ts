declare const brand: unique symbol

/** A primitive that cannot be mixed up with another of the same shape: `Brand<string, 'PersonId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** Recursively read-only. */
export type Frozen<T> = T extends (...args: never[]) => unknown ? T : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

/** Freezes a whole tree in place and returns it; used for published editions and sealed content. */
export function deepFreeze<T>(value: T): Frozen<T> {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const child of Object.values(value)) deepFreeze(child)
  }
  return value as Frozen<T>
}
