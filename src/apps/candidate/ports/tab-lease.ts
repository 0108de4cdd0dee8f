/** Whether this tab is the one that writes. */
export type TabLease = 'held' | 'elsewhere'

const ASK_MS = 300

/**
 * One tab writes, a second one only reads. `onGained` is called when the first one has gone.
 * Web Locks where the browser has them; a broadcast channel elsewhere; alone if it has neither.
 */
export async function takeTabLease(attemptId: string, onGained: () => void): Promise<TabLease> {
  const name = `zhiheng-exam-${attemptId}`
  if (navigator.locks) return byLock(name, onGained)
  if (typeof BroadcastChannel === 'function') return byChannel(name)
  return 'held'
}

function byLock(name: string, onGained: () => void): Promise<TabLease> {
  const forEver = () => new Promise<never>(() => undefined)
  return new Promise(done => {
    void navigator.locks.request(name, { ifAvailable: true }, lock => {
      done(lock ? 'held' : 'elsewhere')
      if (lock) return forEver()
      void navigator.locks.request(name, () => {
        onGained()
        return forEver()
      })
      return undefined
    })
  })
}

function byChannel(name: string): Promise<TabLease> {
  const channel = new BroadcastChannel(name)
  // a channel has no target origin: it never leaves its own
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const say = (word: 'who' | 'here') => channel.postMessage(word)
  return new Promise(done => {
    const alone = setTimeout(() => {
      channel.onmessage = message => message.data === 'who' && say('here')
      done('held')
    }, ASK_MS)
    channel.onmessage = message => {
      if (message.data !== 'here') return
      clearTimeout(alone)
      channel.close()
      done('elsewhere')
    }
    say('who')
  })
}
