type Remembered =
  | 'token'
  /** The epoch that the token belongs to. */
  | 'epoch'
  | 'start-ref'
  | 'item'
  | 'seb-try'
  /** Keys of the log and of the form: memory of the tab, never storage of the machine. */
  | 'log-key'
  | 'form-key'
  /** A hand-in that was wanted and has not gone through: by whom. */
  | 'hand-in'
  /** The last number given to an event, with its epoch: `2.17`. */
  | 'last-seq'
  /** Events that the log of the machine may not hold. */
  | 'leaving'
  /** The address of the other server. */
  | 'peer'
  /** The server's clock beside the wall clock of the machine, to bridge a reload. */
  | 'clock'

/** What belongs to one attempt. */
export const OF_ATTEMPT: readonly Remembered[] = [
  'token',
  'epoch',
  'start-ref',
  'item',
  'log-key',
  'form-key',
  'hand-in',
  'leaving',
  'clock',
  'last-seq',
]

/** What a tab remembers across a reload and forgets when it is closed. */
export type TabMemory = {
  get(name: Remembered): string | null
  set(name: Remembered, value: string | null): void
}

const PREFIX = 'zhiheng-exam-'

/** Over `sessionStorage`; in memory when the browser refuses it. */
export function tabMemory(storage: Storage | undefined): TabMemory {
  const fallback = new Map<string, string>()
  return {
    get(name) {
      try {
        return storage?.getItem(PREFIX + name) ?? fallback.get(name) ?? null
      } catch {
        return fallback.get(name) ?? null
      }
    },
    set(name, value) {
      if (value === null) fallback.delete(name)
      else fallback.set(name, value)
      try {
        if (value === null) storage?.removeItem(PREFIX + name)
        else storage?.setItem(PREFIX + name, value)
      } catch {
        // full or forbidden: the tab goes on from memory, and what stands there of before is worse than nothing
        forget(storage, PREFIX + name)
      }
    },
  }
}

function forget(storage: Storage | undefined, key: string): void {
  try {
    storage?.removeItem(key)
  } catch {
    // forbidden altogether: then nothing stands there
  }
}

/** A UUID v4 from the browser's dice; `crypto.randomUUID` is missing on plain LAN addresses. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
