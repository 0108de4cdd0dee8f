import { type PlacedEvent, ResponseEvent } from '../../../modules/delivery/contract.ts'
import { type Box, type Owner, bytesOfText, importKey, openDatabase, seal, unseal, within } from './local-database.ts'
import { type Shelf, indexedShelf, memoryShelf } from './local-shelf.ts'

/** The candidate's own copy of what they did, on their machine. */
export type LocalLog = {
  /** False for the log in memory, which a closed page takes with it. */
  readonly durable: boolean
  /** What a page needs to come up again without a server. */
  readonly shelf: Shelf
  /** Resolves when the events are on the disk of this machine. */
  keep(events: readonly PlacedEvent[]): Promise<void>
  read(): Promise<PlacedEvent[]>
  /** Is what was written still there? False once the storage was wiped under the page. */
  isWhole(): Promise<boolean>
  /** After the receipt: nothing stays behind on the machine. */
  clear(): Promise<void>
}

export function memoryLog(): LocalLog {
  let events: PlacedEvent[] = []
  const shelf = memoryShelf()
  return {
    durable: false,
    shelf,
    keep: async more => {
      const fresh = new Set(more.map(placeOf))
      events = [...events.filter(event => !fresh.has(placeOf(event))), ...more]
    },
    read: async () => [...events],
    isWhole: async () => true,
    clear: async () => {
      events = []
      await shelf.clear()
    },
  }
}

type Row = Box & { readonly attemptId: string; readonly epoch: number; readonly seq: number }
const READ = { store: 'log', mode: 'readonly' } as const
const WRITE = { store: 'log', mode: 'readwrite' } as const

/**
 * A log in IndexedDB, each event sealed with AES-256-GCM under the key that the server gives at every entry. Browsers offer
 * the cipher only on secure origins: elsewhere, or when storage is refused, the log is kept in memory.
 */
export async function openLocalLog(attemptId: string, keyHex: string): Promise<LocalLog> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return memoryLog()
  try {
    const own = { attemptId, key: await importKey(keyHex) }
    const database = await openDatabase()
    const log = indexedLog(database, own)
    await log.shelf.put('mark', new Uint8Array([1]))
    return log
  } catch {
    return memoryLog()
  }
}

function indexedLog(database: IDBDatabase, own: Owner): LocalLog {
  const range = IDBKeyRange.bound([own.attemptId], [own.attemptId, []])
  const shelf = indexedShelf(database, own)
  return {
    durable: true,
    shelf,
    async keep(events) {
      const rows = await Promise.all(events.map(event => rowOf(event, own)))
      await within(database, WRITE, store => rows.forEach(row => store.put(row)))
    },
    async read() {
      const rows: Row[] = []
      await within(database, READ, store => {
        store.getAll(range).onsuccess = event => rows.push(...(event.target as IDBRequest<Row[]>).result)
      })
      return (await Promise.all(rows.map(row => eventOf(row, own.key)))).filter(event => event !== null)
    },
    isWhole: () =>
      shelf.get('mark').then(
        mark => mark !== null,
        () => false,
      ),
    async clear() {
      await within(database, WRITE, store => void store.delete(range))
      await shelf.clear()
    },
  }
}

async function rowOf(event: PlacedEvent, own: Owner): Promise<Row> {
  const place = { attemptId: own.attemptId, epoch: event.epoch, seq: event.seq }
  return { ...place, ...(await seal(bytesOfText(JSON.stringify(event)), textOf(place), own.key)) }
}

/** Null for a row that is not ours or that is no event: it is left alone. */
async function eventOf(row: Row, key: CryptoKey): Promise<PlacedEvent | null> {
  const plain = await unseal(row, textOf(row), key)
  if (plain === null) return null
  try {
    const { epoch, ...event } = JSON.parse(new TextDecoder().decode(plain)) as PlacedEvent
    return { ...ResponseEvent.parse(event), epoch }
  } catch {
    return null
  }
}

function textOf(place: Pick<Row, 'attemptId' | 'epoch' | 'seq'>): string {
  return `${place.attemptId}/${place.epoch}/${place.seq}`
}

function placeOf(event: { readonly epoch: number; readonly seq: number }): string {
  return `${event.epoch}.${event.seq}`
}
