import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { UploadClaim } from '../record/upload.ts'

const RESULTS = '/api/delivery/results'
const UPLOAD = `${RESULTS}/:uploadId` as const
const UploadParams = z.object({ uploadId: z.uuid() })
const hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** How far an upload has come: the numbers of the parts that are there, from 1, and the receipt once the result is taken in. */
const UploadView = z.object({
  uploadId: z.string(),
  partBytes: z.number(),
  parts: z.number(),
  received: z.array(z.number()),
  done: z.boolean(),
})

/** Who may send is shown by the signature of the site's enrolled key over the claim. The same file again goes on where it stopped. */
export const openResultUpload = endpoint({
  method: 'POST',
  path: RESULTS,
  summary: 'Begin or take up again the upload of a result package by its site',
  body: z.strictObject({ claim: UploadClaim, signature: z.string().max(100) }),
  reply: UploadView,
  refusals: ['site-unknown', 'upload-unsigned', 'upload-too-large', 'too-many-requests'],
})

/** One part, at most 8 MiB, as the file of the form; the same part again changes nothing. */
export const putResultPart = endpoint({
  method: 'POST',
  path: `${UPLOAD}/parts/:part`,
  summary: 'Send one part of a result package with its digest',
  upload: true,
  params: UploadParams.extend({ part: z.coerce.number().int().min(1).max(10_000) }),
  body: z.object({ sha256: hex32 }),
  reply: UploadView,
  refusals: ['upload-unknown', 'upload-part-digest', 'upload-part-length', 'upload-part-differs', 'file-missing', 'file-too-large'],
})

/** The whole is judged and taken in; the same again gives the same receipt. `receipt` is the text of the receipt file for the site. */
export const completeResultUpload = endpoint({
  method: 'POST',
  path: `${UPLOAD}/completions`,
  summary: 'Take in a result package that has arrived whole; the reply is the signed receipt',
  params: UploadParams,
  body: z.strictObject({}),
  reply: z.object({ receipt: z.string() }),
  refusals: [
    'upload-unknown',
    'upload-parts-missing',
    'upload-digest',
    'site-unknown',
    'result-not-one',
    'result-not-ours',
    'result-key-unsworn',
    'result-file-missing',
    'result-statement',
    'result-unsigned',
    'result-servers',
    'result-of-another-site',
    'result-altered',
    'result-line',
    'result-differs',
    'sitting-played-here',
    'package-unknown',
  ],
})
