import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { Credentials, SittingParams } from '../hall/inputs.ts'
import { ArrowView, ResultReceiptView, ResultView, SitePackageView } from '../site/site-views.ts'

const HALL = '/api/delivery/hall'
const SITTING = `${HALL}/sittings/:sittingId` as const
const PackageParams = z.object({ sitePackageId: z.uuid() })
const ResultParams = SittingParams.extend({ resultId: z.uuid() })
const SECOND = ['second-person-needed', 'second-person-same', 'second-person-lacks-duty', 'second-person-refused', 'staff-locked'] as const
const act = { actId: z.uuid() }
const passPhrase = z.string().min(1).max(200)

/** The file goes in a form field of its own beside nothing else; it is written to the disk as it comes. */
export const importSitePackage = endpoint({
  method: 'POST',
  path: `${HALL}/packages`,
  summary: 'Take in a sealed site package (.zhpkg): it is judged whole, kept sealed, and its roster is opened with the key of this site',
  upload: true,
  reply: SitePackageView,
  refusals: [
    'file-missing',
    'file-too-large',
    'site-not-enrolled',
    'package-not-one',
    'manifest-invalid',
    'seals-unknown',
    'seal-forged',
    'seals-too-few',
    'seals-one-person',
    'suite-refused',
    'package-of-another-site',
    'package-needs-other-engine',
    'package-expired',
    'package-older',
    'package-replayed',
    'part-cut-short',
    'part-changed',
    'site-key-wrong',
    'package-parts-differ',
    'roster-invalid',
    'roster-differs',
    'sitting-played',
    'site-busy',
  ],
})

export const readSitePackages = endpoint({
  method: 'GET',
  path: `${HALL}/packages`,
  summary: 'The packages that lie here, the one that is played first',
  reply: z.object({ packages: z.array(SitePackageView) }),
})

/** `spokenKey` takes the key as it was said, or key shares, a line each. `second` is the other of manager and engineer. */
export const openPapersAtSite = endpoint({
  method: 'POST',
  path: `${HALL}/packages/:sitePackageId/openings`,
  summary: 'Open the papers with the opening key, by site manager and site engineer; each form is sealed again for the browsers',
  params: PackageParams,
  body: z.strictObject({ spokenKey: z.string().min(1).max(4000), second: Credentials }),
  reply: z.object({ openedAt: z.number(), forms: z.number() }),
  refusals: [
    ...SECOND,
    'site-empty',
    'site-not-enrolled',
    'site-package-unknown',
    'package-not-current',
    'papers-open-already',
    'package-not-yet-valid',
    'package-expired',
    'opening-too-early',
    'opening-too-late',
    'key-length',
    'key-symbol',
    'key-mistyped-in',
    'key-mistyped',
    'key-wrong',
    'rehearsal-key',
    'real-key',
    'share-of-another-key',
    'share-twice',
    'shares-too-few',
    'shares-do-not-join',
    'opener-unknown',
    'opening-one-person',
    'opening-duties',
    'site-key-wrong',
    'package-parts-differ',
    'part-cut-short',
    'part-changed',
  ],
})

/**
 * Closes the sitting if it is open still (nobody may be working), and builds its result package: signed by this server, by the peer if it
 * answers, and by the site manager. `witness` is the other of manager and engineer; `passPhrase` is the manager's own and signs, to be asked
 * for where the manager is the one who is signed in. Again, without changes, it gives the same package.
 */
export const closeAndBuildResult = endpoint({
  method: 'POST',
  path: `${SITTING}/results`,
  summary: 'Close the sitting and build the signed, sealed result package',
  params: SittingParams,
  /** `alone`: the two persons want the result although the other server does not sign it. */
  body: z.strictObject({
    ...act,
    passPhrase: passPhrase.nullable().default(null),
    witness: Credentials,
    alone: z.boolean().default(false),
  }),
  reply: ResultView,
  refusals: [
    ...SECOND,
    'not-found',
    'still-working',
    'halted-already',
    'result-not-over',
    'result-not-whole',
    'result-no-centre',
    'result-peer-away',
    'result-peer-differs',
    'signing-pass-phrase',
    'site-not-enrolled',
    'purged-already',
  ],
})

export const readResults = endpoint({
  method: 'GET',
  path: `${SITTING}/results`,
  summary: 'Result packages of a sitting, the newest first, the receipt of the centre, and the completeness ledger',
  params: SittingParams,
  reply: z.object({
    results: z.array(ResultView),
    ledger: z.array(ArrowView),
    receipt: ResultReceiptView.nullable(),
    purgedAt: z.number().nullable(),
  }),
  refusals: ['not-found'],
})

export const downloadResult = endpoint({
  method: 'GET',
  path: `${SITTING}/results/:resultId/file`,
  summary: 'The result package as a file, sealed for the centre, to be carried on a stick',
  params: ResultParams,
  replies: 'file',
  refusals: ['not-found', 'purged-already'],
})

/** The text of the receipt file as the centre gave it (`zhiheng-result-receipt`, JSON). */
export const takeReceipt = endpoint({
  method: 'POST',
  path: `${SITTING}/results/:resultId/receipts`,
  summary: 'Take in the signed receipt of the centre for a result package',
  params: ResultParams,
  body: z.strictObject({ ...act, receipt: z.string().min(2).max(8000) }),
  reply: ResultReceiptView,
  refusals: ['not-found', 'receipt-not-one', 'purge-without-receipt', 'purge-receipt-differs', 'result-no-centre'],
})

export const purgeSitting = endpoint({
  method: 'POST',
  path: `${SITTING}/purges`,
  summary: 'Delete what the site holds of a sitting, by manager and engineer, once the receipt of the centre allows it',
  params: SittingParams,
  body: z.strictObject({ ...act, witness: Credentials }),
  reply: z.object({ purgedAt: z.number(), attempts: z.number(), files: z.number() }),
  refusals: [...SECOND, 'not-found', 'purge-without-receipt', 'purge-receipt-differs', 'purge-too-early', 'result-no-centre'],
})
