import { type Box, type Owner, seal, unseal, within } from './local-database.ts'

/**
 * `form`: the form as it was fetched before the start, sealed by the site. `paper`: a paper that came in the open. `state`: how the attempt
 * stood when a server was last asked. `mark`: stands there as long as nobody has wiped the storage.
 */
export type ShelfPlace = 'form' | 'paper' | 'state' | 'mark'

/** Sealed things of one attempt on this machine. */
export type Shelf = {
  /** Resolves when it is on the disk. */
  put(name: ShelfPlace, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  get(name: ShelfPlace): Promise<Uint8Array<ArrayBuffer> | null>
  clear(): Promise<void>
}

export function memoryShelf(): Shelf {
  const things = new Map<ShelfPlace, Uint8Array<ArrayBuffer>>()
  return {
    put: async (name, bytes) => void things.set(name, bytes),
    get: async name => things.get(name) ?? null,
    clear: async () => things.clear(),
  }
}

type Row = Box & { readonly attemptId: string; readonly name: ShelfPlace }

export function indexedShelf(database: IDBDatabase, { attemptId, key }: Owner): Shelf {
  const place = (name: ShelfPlace) => `${attemptId}/${name}`
  const range = IDBKeyRange.bound([attemptId], [attemptId, []])
  return {
    async put(name, bytes) {
      const row: Row = { attemptId, name, ...(await seal(bytes, place(name), key)) }
      await within(database, { store: 'shelf', mode: 'readwrite' }, store => void store.put(row))
    },
    async get(name) {
      const found: Row[] = []
      await within(database, { store: 'shelf', mode: 'readonly' }, store => {
        store.get([attemptId, name]).onsuccess = event => {
          const row = (event.target as IDBRequest<Row | undefined>).result
          if (row) found.push(row)
        }
      })
      return found[0] ? unseal(found[0], place(name), key) : null
    },
    clear: () => within(database, { store: 'shelf', mode: 'readwrite' }, store => void store.delete(range)),
  }
}

/** JSON on a shelf; null when there is none or it cannot be read. */
export async function readJson<T>(shelf: Shelf, name: ShelfPlace): Promise<T | null> {
  try {
    const bytes = await shelf.get(name)
    return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T)
  } catch {
    return null
  }
}

/** A shelf that fails costs nothing but the chance to come up without a server. */
export async function writeJson(shelf: Shelf, name: ShelfPlace, value: unknown): Promise<void> {
  try {
    await shelf.put(name, new Uint8Array(new TextEncoder().encode(JSON.stringify(value))))
  } catch {
    // full or wiped: the log tells of it
  }
}
