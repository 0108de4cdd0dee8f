import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type SignatureCheck, jsonOf, momentText } from '../seal/judge-manifest.ts'

/** The centre's word that it holds a result, and from when on the site may let go of its own. */
export const ResultReceipt = z.strictObject({
  format: z.literal('zhiheng-result-receipt'),
  version: z.literal(1),
  siteCode: z.string(),
  sittingId: z.uuid(),
  root: z.string(),
  stateDigest: z.string(),
  receivedAt: z.number().int().nonnegative(),
  purgeFrom: z.number().int().nonnegative(),
})
export type ResultReceipt = z.infer<typeof ResultReceipt>

export function receiptSigningText(receipt: ResultReceipt): string {
  return `zhiheng result receipt 1\n${canonicalJson(receipt)}`
}

/** A receipt with its signature, as it travels: a small JSON file. */
const ReceiptFile = z.strictObject({ receipt: ResultReceipt, signature: z.string().max(100) })
export type ReceiptFile = z.infer<typeof ReceiptFile>

export function receiptFileText({ receipt, signature }: ReceiptFile): string {
  return `${JSON.stringify({ receipt, signature }, null, 2)}\n`
}

/** Null when the text is no receipt. */
export function readReceiptFile(text: string): ReceiptFile | null {
  const read = ReceiptFile.safeParse(jsonOf(text))
  return read.success ? read.data : null
}

type ReceiptFacts = {
  readonly sittingId: string
  readonly root: string
  readonly stateDigest: string
  readonly centreKey: string
  readonly isSignedBy: SignatureCheck
}

/** Is this the centre's word for the result that was built here? Refusals: `purge-without-receipt`, `purge-receipt-differs`. */
export function judgeReceipt({ receipt, signature }: ReceiptFile, facts: ReceiptFacts): Result<true> {
  if (!facts.isSignedBy(facts.centreKey, receiptSigningText(receipt), signature)) return refuse('purge-without-receipt')
  const same = receipt.sittingId === facts.sittingId && receipt.root === facts.root && receipt.stateDigest === facts.stateDigest
  return same ? ok(true) : refuse('purge-receipt-differs')
}

export type PurgeFacts = {
  readonly sittingId: string
  /** What stands at the site now. */
  readonly stateDigest: string
  readonly receipt: ResultReceipt | null
  readonly signature: string
  readonly centreKey: string
  readonly isSignedBy: SignatureCheck
}

/** May the site delete a sitting? Refusals: `purge-without-receipt`, `purge-receipt-differs`, `purge-too-early`. */
export function mayPurge({ receipt, ...facts }: PurgeFacts, now: Instant): Result<true> {
  if (receipt === null || !facts.isSignedBy(facts.centreKey, receiptSigningText(receipt), facts.signature))
    return refuse('purge-without-receipt')
  if (receipt.sittingId !== facts.sittingId || receipt.stateDigest !== facts.stateDigest) return refuse('purge-receipt-differs')
  return now < receipt.purgeFrom ? refuse('purge-too-early', { from: momentText(instant(receipt.purgeFrom)) }) : ok(true)
}
