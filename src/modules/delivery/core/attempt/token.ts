import type { AttemptId, SittingId } from './attempt.ts'

/**
 * The bearer token of an exam client: where it writes, in which epoch, and 256 random bits. The server keeps only the
 * SHA-256 of the whole text. It names its sitting, so that every query carries the shard key.
 */
export type ExamToken = { readonly sittingId: SittingId; readonly attemptId: AttemptId; readonly epoch: number; readonly secret: string }

const FORM = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([1-9]\d{0,5})\.([A-Za-z0-9_-]{43})$/

export function tokenText(token: ExamToken): string {
  return `${token.sittingId}.${token.attemptId}.${token.epoch}.${token.secret}`
}

/** Undefined for anything that is not a token. */
export function parseToken(text: string | null): ExamToken | undefined {
  const match = text === null ? null : FORM.exec(text)
  if (match === null) return undefined
  const [, sittingId, attemptId, epoch, secret] = match as unknown as [string, string, string, string, string]
  return { sittingId: sittingId as SittingId, attemptId: attemptId as AttemptId, epoch: Number(epoch), secret }
}
