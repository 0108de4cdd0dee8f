/** A thing held in memory with about how many bytes it takes. */
type Held<T> = { readonly value: T; readonly bytes: number }

/** Things held in memory up to a number of bytes; what was used longest ago goes first. Everything in it can be read again from the store. */
export type Shelf<T> = {
  readonly get: (key: string) => T | undefined
  readonly put: (key: string, value: T, bytes: number) => void
  readonly drop: (key: string) => void
  readonly size: () => { readonly things: number; readonly bytes: number }
}

/** `most`: bytes altogether. A single thing larger than that is not held at all. */
export function openShelf<T>(most: number): Shelf<T> {
  const held = new Map<string, Held<T>>()
  let bytes = 0
  const drop = (key: string): void => {
    bytes -= held.get(key)?.bytes ?? 0
    held.delete(key)
  }
  return {
    get: key => {
      const found = held.get(key)
      if (found === undefined) return undefined
      // the order of the map is the order of use
      held.delete(key)
      held.set(key, found)
      return found.value
    },
    put: (key, value, size) => {
      drop(key)
      if (size > most) return
      held.set(key, { value, bytes: size })
      bytes += size
      for (const oldest of held.keys()) {
        if (bytes <= most) break
        drop(oldest)
      }
    },
    drop,
    size: () => ({ things: held.size, bytes }),
  }
}

/** Works with one key run one after the other, in the order they came; different keys do not wait for each other. */
export function openLine(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
