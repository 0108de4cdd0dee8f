import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { record } from '../../../audit/index.ts'
import { type Statement, statementText } from '../../core/record/judge-record.ts'
import { type SignerWord, signerKeyText } from '../../core/record/result-file.ts'
import { readSittingRecord } from '../record/build-result.ts'
import { recordDigests } from '../record/record-digests.ts'
import { type SitePlace, ownEnrolment } from './place.ts'
import { serverWord } from './signers.ts'

/**
 * The other server of a site is asked to sign a statement. It does so only if what stands here is the same state; the root it cannot compute,
 * because each server has an audit log of its own. For the exchange between the servers to call.
 * Refusals: `site-not-enrolled`, `result-of-another-site`, `result-differs`.
 */
export async function signAsPeer(ctx: Ctx, place: SitePlace, statement: Statement): Promise<Result<SignerWord>> {
  const site = await ownEnrolment(place)
  if (!site.ok) return site
  const { siteCode, sittingId } = statement
  if (siteCode !== site.value.keys.siteCode) return refuse('result-of-another-site', { site: siteCode })
  const same = await ctx.ports.database.transact(async tx => {
    const standing = await readSittingRecord(tx, { sittingId, siteCode, engine: place.engine })
    const equal = recordDigests.stateDigestOf(standing) === statement.stateDigest
    await record(tx, ctx, {
      type: equal ? 'result-signed-for-peer' : 'result-differs-from-peer',
      subject: { kind: 'sitting', id: sittingId },
      facts: { root: statement.root },
    })
    return equal
  })
  return same ? ok(serverWord(ctx, place.name, site.value.keys, statement)) : refuse('result-differs')
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
