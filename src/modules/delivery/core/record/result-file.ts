import { z } from 'zod'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { SignatureCheck } from '../seal/judge-manifest.ts'
import { type Signatures, Signer, Statement } from './judge-record.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
export const Word = z.strictObject({
  signer: Signer,
  publicKey: hex32,
  /** Signature of the site's enrolled key over `signerKeyText`. */
  sworn: z.string().max(100),
  /** Signature of this key over `statementText`. */
  signature: z.string().max(100),
})
/** What one of the signers adds to a statement. */
export type SignerWord = z.infer<typeof Word>

/**
 * The first line of a result package: who vouches for the lines that follow, and which files of candidates follow those. After it come the
 * `statement.lines` lines of the record, then the bytes of the files without a gap, in their order. All of it is one gzip stream in one
 * age file for the centre (`.zhresult`).
 */
export const ResultEnvelope = z.strictObject({
  format: z.literal('zhiheng-result-file'),
  version: z.literal(1),
  statement: Statement,
  words: z.array(Word).max(3),
  files: z
    .array(
      z.strictObject({
        sha256: hex32,
        bytes: z
          .number()
          .int()
          .min(1)
          .max(64 * 1024 ** 2),
      }),
    )
    .max(200_000),
})
export type ResultEnvelope = z.infer<typeof ResultEnvelope>

/** What the enrolled key of a site signs, to vouch for the key of a server or of the site manager. */
export function signerKeyText({ siteCode, signer, publicKey }: { siteCode: string; signer: Signer; publicKey: string }): string {
  return `zhiheng result signer 1\n${siteCode} ${signer} ${publicKey}`
}

/** Keys and signatures as the record is judged by. */
export type JudgedWords = { readonly keys: Readonly<Record<Signer, string>>; readonly signatures: Signatures }

/**
 * Which keys signed, as far as the enrolled key of the site vouches for them. A signer that is not there has an empty key.
 * Refusal: `result-key-unsworn`.
 */
export function judgeWords(
  { statement, words }: Pick<ResultEnvelope, 'statement' | 'words'>,
  siteKey: string,
  isSignedBy: SignatureCheck,
): Result<JudgedWords> {
  const keys: Record<Signer, string> = { 'server-1': '', 'server-2': '', 'site-manager': '' }
  for (const { signer, publicKey, sworn } of words) {
    if (!isSignedBy(siteKey, signerKeyText({ siteCode: statement.siteCode, signer, publicKey }), sworn))
      return refuse('result-key-unsworn', { signer })
    keys[signer] = publicKey
  }
  const distinct = new Set(words.map(word => word.publicKey))
  if (distinct.size !== words.length) return refuse('result-key-unsworn', { signer: words[0]?.signer ?? 'server-1' })
  return ok({ keys, signatures: words.map(({ signer, signature }) => ({ signer, signature })) })
}
