/** The database of this machine: a log of events and a shelf of sealed things, each sealed with the key of its attempt. */
export type Owner = { readonly attemptId: string; readonly key: CryptoKey }

const DATABASE = 'zhiheng-exam'
export type StoreName = 'log' | 'shelf'

export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(DATABASE, 2)
    request.onupgradeneeded = () => {
      const names = request.result.objectStoreNames
      if (!names.contains('log')) request.result.createObjectStore('log', { keyPath: ['attemptId', 'epoch', 'seq'] })
      if (!names.contains('shelf')) request.result.createObjectStore('shelf', { keyPath: ['attemptId', 'name'] })
    }
    request.onsuccess = () => {
      // a newer page that changes the stores must not wait for this one
      request.result.onversionchange = () => request.result.close()
      done(request.result)
    }
    request.onerror = () => failed(request.error ?? new Error('no database'))
    request.onblocked = () => failed(new Error('the database is blocked'))
  })
}

/** Only `complete` of a strict transaction means that the disk has it; browsers default to less. */
export function within(
  database: IDBDatabase,
  how: { readonly store: StoreName; readonly mode: IDBTransactionMode },
  act: (store: IDBObjectStore) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const transaction = database.transaction(how.store, how.mode, { durability: 'strict' })
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
    act(transaction.objectStore(how.store))
  })
}

export type Box = { readonly iv: Uint8Array<ArrayBuffer>; readonly box: ArrayBuffer }

/** Seals bytes for a place, so that rows cannot be swapped. */
export async function seal(plain: Uint8Array<ArrayBuffer>, place: string, key: CryptoKey): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOfText(place) }, key, plain) }
}

/** Null for a row that this key does not open: it is not ours and is left alone. */
export async function unseal(row: Box, place: string, key: CryptoKey): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv, additionalData: bytesOfText(place) }, key, row.box)
    return new Uint8Array(plain)
  } catch {
    return null
  }
}

export function importKey(keyHex: string): Promise<CryptoKey> {
  const bytes = new Uint8Array((keyHex.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16)))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}
