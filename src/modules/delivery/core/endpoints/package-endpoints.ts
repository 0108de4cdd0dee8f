import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { Credentials, SittingParams } from '../hall/inputs.ts'
import { ArrowView, ResultReceiptView, ResultView, SitePackageView } from '../site/site-views.ts'

const ATTEMPT = '/api/delivery/attempts/:attemptId'
const HALL = '/api/delivery/hall'
const SITTING = `${HALL}/sittings/:sittingId` as const
const AttemptParams = z.object({ attemptId: z.uuid() })
const PackageParams = z.object({ sitePackageId: z.uuid() })
const ResultParams = SittingParams.extend({ resultId: z.uuid() })
const BEARER = [
  'token-refused',
  'locked-integrity',
  'seb-not-prepared',
  'seb-missing',
  'seb-wrong-config',
  'seb-wrong-browser',
  'fenced',
  'attempt-over',
] as const
const SECOND = ['second-person-needed', 'second-person-same', 'second-person-lacks-duty', 'second-person-refused', 'staff-locked'] as const
const act = { actId: z.uuid() }
const passPhrase = z.string().min(1).max(200)

/**
 * The sealed form of an attempt: can be fetched as soon as the person is admitted, and kept, because it never changes. It is the form of
 * everybody who has this package, in the order of the package: what opens is a `PaperView`. **The order of this attempt** is put on by
 * `presentForm(view, state.presentation, attemptId)` of this contract, the same pure rule by which the server puts it on for `readPaper`;
 * both give the same text. Refusal `forms-not-staged`: there is none, read the paper with `readPaper` after the start.
 */
export const readForm = endpoint({
  method: 'GET',
  path: `${ATTEMPT}/form`,
  summary: 'The sealed form of an attempt, to be fetched while people sit down; it opens with the form key only',
  params: AttemptParams,
  reply: z.object({
    packageId: z.string(),
    /** Base64url of the bytes that `readFormFile` reads. */
    formFile: z.string(),
    /** Length of those bytes. */
    byteLength: z.number(),
  }),
  refusals: [...BEARER, 'forms-not-staged'],
})

/**
 * The 32 bytes that open the form: for an attempt that has not begun only when its start has come, the site is armed and the room goes on;
 * for one that runs at any time, so that a change of machine can read on. Start with `startPaper` then: having the key starts no clock.
 */
export const readFormKey = endpoint({
  method: 'GET',
  path: `${ATTEMPT}/form-key`,
  summary: 'The key of the form, from the start on',
  params: AttemptParams,
  reply: z.object({ formKey: z.string().regex(/^[0-9a-f]{64}$/), serverTime: z.number() }),
  refusals: [...BEARER, 'forms-not-staged', 'too-early-to-start', 'too-late-to-start', 'site-not-armed', 'hall-paused', 'sitting-closed'],
})

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
