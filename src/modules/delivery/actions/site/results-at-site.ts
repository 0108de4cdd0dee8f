import { createReadStream, existsSync } from 'node:fs'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { record } from '../../../audit/index.ts'
import type { readResults, takeReceipt } from '../../contract.ts'
import { judgeReceipt, readReceiptFile } from '../../core/record/purge.ts'
import type { AttemptLine } from '../../core/record/record.ts'
import type { ResultReceiptView } from '../../core/site/site-views.ts'
import { type KeptReceipt, attemptRecords, findReceipt, insertReceipt } from '../../store/record/records.ts'
import { purgedAt, resultsOf } from '../../store/hall/results.ts'
import { byOne } from '../hall/keepers.ts'
import { centreOf, ledgerOf } from './build-at-site.ts'
import { viewResult } from './write-result.ts'
import { type SitePlace, resultFile } from './place.ts'

type At = { readonly params: { readonly sittingId: string } }
type AtResult = { readonly params: { readonly sittingId: string; readonly resultId: string } }

/** What was built of a sitting, what the centre answered, and how the ledger stands. Refusals: `not-found`, those of the keepers. */
export async function readResultsAction(tx: Tx, { params }: At, ctx: Ctx): Promise<Result<ReplyOf<typeof readResults>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  const purged = await purgedAt(tx, params.sittingId)
  if (purged === undefined) return refuse('not-found')
  const attempts: AttemptLine[] = []
  for await (const one of attemptRecords(tx, params.sittingId)) attempts.push(one)
  const results = await resultsOf(tx, params.sittingId)
  const packed = results.length === 0 ? null : attempts.map(one => one.attempt.id)
  const ledger = purged === null ? await ledgerOf(tx, params.sittingId, attempts, packed) : []
  const receipt = await findReceipt(tx, params.sittingId)
  return ok({ results: results.map(viewResult), ledger, receipt: receipt ? viewReceiptOf(receipt) : null, purgedAt: purged })
}

/** The file as it lies on the disk, sent as it is read; every download is on record. Refusals: `not-found`, `purged-already`. */
export function downloadResultAction(place: SitePlace) {
  return async (tx: Tx, { params }: AtResult, ctx: Ctx): Promise<Result<FileReply>> => {
    const keepers = await byOne(tx, ctx, 'take-result')
    if (!keepers.ok) return keepers
    const result = (await resultsOf(tx, params.sittingId)).find(one => one.resultId === params.resultId)
    if (result === undefined) return refuse('not-found')
    const path = resultFile(place.dataFolder, result.resultId)
    if (!existsSync(path)) return refuse('purged-already')
    await record(tx, ctx, {
      type: 'result-package-taken',
      subject: { kind: 'sitting', id: params.sittingId },
      facts: { result: result.resultId },
    })
    const { fileName } = viewResult(result)
    return ok({ bytes: Buffer.alloc(0), stream: createReadStream(path), mediaType: 'application/octet-stream', fileName })
  }
}

/** Takes the centre's receipt in; the same again changes nothing. Refusals: `not-found`, `receipt-not-one`, `result-no-centre`, of `judgeReceipt`. */
export async function takeReceiptAction(
  tx: Tx,
  { params, body }: AtResult & { readonly body: { readonly receipt: string } },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof takeReceipt>>> {
  const keepers = await byOne(tx, ctx, 'take-result')
  return keepers.ok ? keepReceipt(tx, ctx, params, body.receipt) : keepers
}

/** As `takeReceiptAction`, for the command line of the site. */
export async function keepReceipt(
  tx: Tx,
  ctx: Ctx,
  { sittingId, resultId }: AtResult['params'],
  text: string,
): Promise<Result<ResultReceiptView>> {
  const result = (await resultsOf(tx, sittingId)).find(one => one.resultId === resultId)
  if (result === undefined) return refuse('not-found')
  const given = readReceiptFile(text)
  if (given === null) return refuse('receipt-not-one')
  const centre = await centreOf(tx, sittingId)
  if (centre === null) return refuse('result-no-centre')
  const { root, stateDigest } = result
  const judged = judgeReceipt(given, { sittingId, root, stateDigest, centreKey: centre.signingKey, isSignedBy })
  if (!judged.ok) return judged
  if ((await findReceipt(tx, sittingId)) === undefined) {
    await insertReceipt(tx, given, result.statement)
    const facts = { root, purgeFrom: given.receipt.purgeFrom }
    await record(tx, ctx, { type: 'result-receipt-taken', subject: { kind: 'sitting', id: sittingId }, facts })
  }
  return ok(viewReceiptOf(given))
}

function viewReceiptOf({ receipt }: KeptReceipt): ResultReceiptView {
  const { sittingId, root, receivedAt, purgeFrom } = receipt
  return { sittingId, root, receivedAt, purgeFrom }
}
