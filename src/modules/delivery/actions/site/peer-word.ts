import { hash } from 'node:crypto'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { record } from '../../../audit/index.ts'
import { askPeerWord } from '../../contract.ts'
import { MOST_PLACES, WordAsked, WordGiven } from '../../core/protocol/pair/wire-word.ts'
import { differingParts, partDigests } from '../../core/record/differing-parts.ts'
import { type Statement, statementText } from '../../core/record/judge-record.ts'
import { type SittingRecord, recordLines } from '../../core/record/record.ts'
import { type SignerWord, signerKeyText } from '../../core/record/result-file.ts'
import { catchUpSitting } from '../client/lab/world-entries.ts'
import type { PairLink } from '../hall/peer/link.ts'
import { receive } from '../hall/peer/receive.ts'
import { PeerSilent } from '../hall/peer/send.ts'
import { readSittingRecord } from '../record/build-result.ts'
import { recordDigests } from '../record/record-digests.ts'
import { type SitePlace, ownEnrolment } from './place.ts'
import { serverWord } from './signers.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
/** Two thousand candidates are read, hashed and compared within it. */
const PATIENCE_MS = 60_000

/** The other server of the site asks for the word of this one. Refusals: those of the stamp and of `signAsPeer`. */
export function askPeerWordAction(place: SitePlace) {
  return ({ body }: { readonly body: BodyOf<typeof askPeerWord> }, ctx: Ctx): Promise<Result<ReplyOf<typeof askPeerWord>>> =>
    receive(ctx, {
      path: askPeerWord.path,
      body,
      schema: WordAsked,
      before: asked => catchUpSitting(ctx, asked.statement.sittingId),
      take: (tx, asked) => signAsPeer(tx, ctx, place, asked),
    })
}

/**
 * Builds the tree of a sitting from what stands here, and signs the statement only if its root is the same: every event, every act and every
 * entry of both logs. Otherwise it says in which places the two differ. A statement that does not speak of both servers is not signed.
 * Refusals: `site-not-enrolled`, `result-of-another-site`.
 */
export async function signAsPeer(tx: Tx, ctx: Ctx, place: SitePlace, asked: WordAsked): Promise<Result<WordGiven>> {
  const site = await ownEnrolment(place)
  if (!site.ok) return site
  const { statement } = asked
  const { siteCode, sittingId, servers } = statement
  if (siteCode !== site.value.keys.siteCode || servers !== 'both') return refuse('result-of-another-site', { site: siteCode })
  const standing = await readSittingRecord(tx, { sittingId, siteCode, engine: place.engine })
  const lines = recordLines(standing)
  const equal =
    recordDigests.rootOf(lines) === statement.root &&
    recordDigests.stateDigestOf(standing) === statement.stateDigest &&
    lines.length === statement.lines
  const places = equal ? [] : differingParts(partDigests(standing, sha256), asked, MOST_PLACES)
  await record(tx, ctx, {
    type: equal ? 'result-signed-for-peer' : 'result-differs-from-peer',
    subject: { kind: 'sitting', id: sittingId },
    facts: { root: statement.root, places: places.map(one => `${one.attemptId ?? ''} ${one.part}`) },
  })
  if (!equal) return ok({ kind: 'differs', places })
  return ok({ kind: 'word', word: serverWord(ctx, place.name, site.value.keys, statement) })
}

/** Is this the word of the other server on this statement? Asked before it goes into a package. */
export function isWordOfPeer(word: SignerWord, statement: Statement, siteKey: string, own: SitePlace['name']): boolean {
  const { signer, publicKey, sworn, signature } = word
  return (
    signer === (own === 'A' ? 'server-2' : 'server-1') &&
    isSignedBy(siteKey, signerKeyText({ siteCode: statement.siteCode, signer, publicKey }), sworn) &&
    isSignedBy(publicKey, statementText(statement), signature)
  )
}

/** Asks the other server for its word; `away` when it does not answer as a peer does. */
export async function askForWord(
  link: PairLink,
  { statement, record: built }: { readonly statement: Statement; readonly record: SittingRecord },
): Promise<WordGiven | { readonly kind: 'away' }> {
  const value = { statement, ...partDigests(built, sha256) }
  try {
    return WordGiven.parse(await link.ask({ path: askPeerWord.path, value, patienceMs: PATIENCE_MS }))
  } catch (error) {
    if (error instanceof PeerSilent) return { kind: 'away' }
    throw error
  }
}
