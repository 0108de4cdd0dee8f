import type { Sha256 } from '../paper/package.ts'
import { requestHash } from './config-key.ts'

/** How a check can end. `replayed-nonce` and `expired-nonce` only ask for a new entry; the others are about the browser. */
export const SEB_VERDICTS = ['verified', 'missing', 'wrong-config', 'wrong-browser', 'replayed-nonce', 'expired-nonce'] as const
export type SebVerdict = (typeof SEB_VERDICTS)[number]

/** A release of the browser on a system with its Browser Exam Key for the settings of this sitting. */
export type BrowserRelease = { readonly release: string; readonly system: 'windows' | 'macos' | 'ios'; readonly key: string }

/** What a sitting expects. An empty list of releases accepts every browser with the right settings. */
export type SebExpectation = { readonly configKey: string; readonly releases: readonly BrowserRelease[] }

/** The two hashes a browser shows for one address; null where it shows none. */
export type SebHashes = { readonly configKey: string | null; readonly browserExamKey: string | null }

/** Are two texts equal? Takes the same time wherever they differ; pure rooms get it as an argument. */
export type SameText = (a: string, b: string) => boolean
export type SebTools = { readonly sha256: Sha256; readonly same: SameText }

/**
 * Do the hashes belong to the settings of the sitting and to a browser on its list? The settings come first: with foreign
 * settings the key of the browser cannot fit either.
 */
export function judgeHashes(
  expected: SebExpectation,
  shown: { readonly address: string; readonly hashes: SebHashes },
  { sha256, same }: SebTools,
): Extract<SebVerdict, 'verified' | 'missing' | 'wrong-config' | 'wrong-browser'> {
  const { configKey, browserExamKey } = shown.hashes
  if (configKey === null) return 'missing'
  if (!same(configKey.toLowerCase(), requestHash(shown.address, expected.configKey, sha256))) return 'wrong-config'
  if (expected.releases.length === 0) return 'verified'
  if (browserExamKey === null) return 'missing'
  const asked = browserExamKey.toLowerCase()
  // every release is compared, so that the time tells nothing of the place in the list
  const fits = expected.releases.filter(one => same(asked, requestHash(shown.address, one.key, sha256)))
  return fits.length > 0 ? 'verified' : 'wrong-browser'
}

/** Seconds in which the page of a nonce must have been loaded. */
export const NONCE_SECONDS = 60

/** A nonce as it is kept: for one epoch, used once, soon. */
export type SebNonce = { readonly epoch: number; readonly validUntil: number; readonly usedAt: number | null }

/** May this nonce be used now, by the holder of that epoch? Undefined when nothing stands against it. */
export function judgeNonce(
  nonce: SebNonce | undefined,
  asked: { readonly epoch: number; readonly now: number },
): 'replayed-nonce' | 'expired-nonce' | undefined {
  if (nonce === undefined || nonce.epoch !== asked.epoch || nonce.usedAt !== null) return 'replayed-nonce'
  return asked.now > nonce.validUntil ? 'expired-nonce' : undefined
}

/** The proof that a page was loaded in the right browser: bound to one entry, one address of a seat, one way of showing hashes. */
export type SebProof = { readonly epoch: number; readonly ip: string; readonly via: 'header' | 'script'; readonly pageAddress: string }

/** One later request: where it comes from and what it brings. */
export type SebRequest = {
  readonly epoch: number
  readonly ip: string
  readonly address: string
  readonly header: SebHashes
  readonly script: SebHashes
}

/**
 * Is a later request made by the browser of the proof? A token taken to another machine fails by its address; one taken to another
 * browser of a Windows machine fails because that browser sends no header.
 */
export function judgeRequest(
  expected: SebExpectation,
  proof: SebProof | undefined,
  request: SebRequest,
  tools: SebTools,
): Exclude<SebVerdict, 'replayed-nonce' | 'expired-nonce'> {
  if (proof === undefined || proof.epoch !== request.epoch) return 'missing'
  if (proof.ip !== request.ip) return 'wrong-browser'
  const shown =
    proof.via === 'header' ? { address: request.address, hashes: request.header } : { address: proof.pageAddress, hashes: request.script }
  return judgeHashes(expected, shown, tools)
}
