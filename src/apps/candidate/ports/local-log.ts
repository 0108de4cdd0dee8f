import { type PlacedEvent, ResponseEvent } from '../../../modules/delivery/contract.ts'

/** The candidate's own copy of what they did, on their machine. */
export type LocalLog = {
  /** False for the log in memory, which a closed page takes with it. */
  readonly durable: boolean
  /** Resolves when the events are on the disk of this machine. */
  keep(events: readonly PlacedEvent[]): Promise<void>
  /** They are final at the server: the log need not hold them any more. */
  forget(events: readonly PlacedEvent[]): Promise<void>
  read(): Promise<PlacedEvent[]>
  /** After the receipt: nothing stays behind on the machine. */
  clear(): Promise<void>
}

export function memoryLog(): LocalLog {
  let events: PlacedEvent[] = []
  return {
    durable: false,
    keep: async more => void events.push(...more),
    forget: async done => void (events = events.filter(event => !done.some(one => one.epoch === event.epoch && one.seq === event.seq))),
    read: async () => [...events],
    clear: async () => void (events = []),
  }
}

const DATABASE = 'zhiheng-exam'
const STORE = 'log'
type Sealed = {
  readonly attemptId: string
  readonly epoch: number
  readonly seq: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly box: ArrayBuffer
}

/**
 * A log in IndexedDB, each event sealed with AES-256-GCM under the key that the server gives at every entry. Browsers offer
 * the cipher only on secure origins: elsewhere, or when storage is refused, the log is kept in memory.
 */
export async function openLocalLog(attemptId: string, keyHex: string): Promise<LocalLog> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return memoryLog()
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(keyHex), 'AES-GCM', false, ['encrypt', 'decrypt'])
    const database = await openDatabase()
    return indexedLog(database, { attemptId, key })
  } catch {
    return memoryLog()
  }
}

function indexedLog(database: IDBDatabase, own: { readonly attemptId: string; readonly key: CryptoKey }): LocalLog {
  const range = IDBKeyRange.bound([own.attemptId], [own.attemptId, []])
  return {
    durable: true,
    async keep(events) {
      const sealed = await Promise.all(events.map(event => seal(event, own)))
      await within(database, 'readwrite', store => sealed.forEach(row => store.put(row)))
    },
    forget: events =>
      within(database, 'readwrite', store => events.forEach(event => store.delete([own.attemptId, event.epoch, event.seq]))),
    async read() {
      const rows: Sealed[] = []
      await within(database, 'readonly', store => {
        store.getAll(range).onsuccess = event => rows.push(...(event.target as IDBRequest<Sealed[]>).result)
      })
      return (await Promise.all(rows.map(row => open(row, own.key)))).filter(event => event !== null)
    },
    clear: () => within(database, 'readwrite', store => void store.delete(range)),
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['attemptId', 'epoch', 'seq'] })
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('no database'))
    request.onblocked = () => failed(new Error('the database is blocked'))
  })
}

/** Only `complete` of a strict transaction means that the disk has it; browsers default to less. */
function within(database: IDBDatabase, mode: IDBTransactionMode, act: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((done, failed) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' })
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
    act(transaction.objectStore(STORE))
  })
}

async function seal(event: PlacedEvent, own: { readonly attemptId: string; readonly key: CryptoKey }): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const place = { attemptId: own.attemptId, epoch: event.epoch, seq: event.seq }
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: placeBytes(place) },
    own.key,
    new TextEncoder().encode(JSON.stringify(event)),
  )
  return { ...place, iv, box }
}

/** Null for a row that this key does not open or that is no event: it is not ours and is left alone. */
async function open(row: Sealed, key: CryptoKey): Promise<PlacedEvent | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv, additionalData: placeBytes(row) }, key, row.box)
    const { epoch, ...event } = JSON.parse(new TextDecoder().decode(plain)) as PlacedEvent
    return { ...ResponseEvent.parse(event), epoch }
  } catch {
    return null
  }
}

/** Binds a sealed row to its place, so that rows cannot be swapped. */
function placeBytes(place: { readonly attemptId: string; readonly epoch: number; readonly seq: number }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(`${place.attemptId}/${place.epoch}/${place.seq}`))
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array((hex.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16)))
}
