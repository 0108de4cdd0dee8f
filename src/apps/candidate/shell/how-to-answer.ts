/** What the service worker does with a request. `ignore`: the browser asks the network as if there were no worker. */
export type Answering = 'ignore' | 'cache-first' | 'network-first'

type Asked = { readonly method: string; readonly mode: string; readonly url: string }

/**
 * Files with a hash in their name never change and come from the cache. Documents come from the network while it answers, so that a new
 * build is seen. Everything else is none of the worker's business, and above all no call of the API.
 */
export function howToAnswer(asked: Asked, origin: string): Answering {
  const url = new URL(asked.url)
  if (asked.method !== 'GET' || url.origin !== origin || !url.pathname.startsWith('/exam/')) return 'ignore'
  if (asked.mode === 'navigate') return 'network-first'
  return url.pathname.startsWith('/exam/assets/') ? 'cache-first' : 'ignore'
}

/** Old shells go once a new one has taken over; caches of others are left alone. */
export function isOldShell(name: string, current: string): boolean {
  return name.startsWith(SHELL_PREFIX) && name !== current
}

export const SHELL_PREFIX = 'zhiheng-exam-'
