import type { SebHashes } from '../../../modules/delivery/contract.ts'

/** Safe Exam Browser as the page sees it; tests put their own in its place. */
export type SebBrowser = {
  /** The hashes of this page; both null in any other browser, and where they travel in headers only. */
  hashes(): Promise<SebHashes>
  /** The attempt and nonce that the address of this page names. */
  page(): { readonly attemptId: string; readonly nonce: string } | null
  /** Loads the page of a nonce; nothing of this page goes on. */
  go(path: string): void
}

type Security = { readonly configKey?: unknown; readonly browserExamKey?: unknown; readonly updateKeys?: (done: () => void) => void }
declare global {
  var SafeExamBrowser: { readonly security?: Security } | undefined
}

const PATIENCE_MS = 3_000
const PAGE = /^\/sit\/([0-9a-f-]{36})\/([\w-]{43})$/

export const sebBrowser: SebBrowser = {
  async hashes() {
    const security = globalThis.SafeExamBrowser?.security
    if (security === undefined) return { configKey: null, browserExamKey: null }
    // older clients compute the values only when asked; newer ones have them at load and call back at once
    if (typeof security.updateKeys === 'function') await updated(security)
    return { configKey: hashOf(security.configKey), browserExamKey: hashOf(security.browserExamKey) }
  },
  page() {
    const match = PAGE.exec(location.pathname)
    return match === null ? null : { attemptId: match[1] ?? '', nonce: match[2] ?? '' }
  },
  go: path => location.replace(path),
}

function updated(security: Security): Promise<void> {
  return new Promise(done => {
    const timer = setTimeout(done, PATIENCE_MS)
    security.updateKeys?.(() => {
      clearTimeout(timer)
      done()
    })
  })
}

function hashOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value) ? value : null
}
