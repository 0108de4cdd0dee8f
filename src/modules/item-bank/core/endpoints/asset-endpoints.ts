import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { Prose } from '../../../interactions/contract.ts'
import { LICENCES } from '../media/media.ts'
import { MediaView, StimulusView } from '../views.ts'

const place = { editionId: z.string().min(1).max(64), level: z.string().min(1).max(8) }
const id = z.string().min(1).max(64)

/** Adds a picture with its licence: PNG, JPEG, WebP, or an SVG that only draws; at most 2 MB and 50 megapixels. */
export const addMedia = endpoint({
  method: 'POST',
  path: '/api/item-bank/media',
  summary: '上传图片（注明版权）/ add a picture with its licence',
  upload: true,
  body: z.strictObject({
    licence: z.enum(LICENCES),
    holder: z.string().trim().min(1).max(100),
    source: z.string().trim().min(1).max(300),
    alt: z.string().trim().min(1).max(500),
  }),
  reply: MediaView,
  refusals: ['svg-refused', 'picture-too-large', 'file-too-large', 'file-type-refused', 'file-damaged'],
})
/** The bytes of a picture; the address names them, so a browser keeps them. */
export const showMedia = endpoint({
  method: 'GET',
  path: '/api/item-bank/media/:mediaId',
  summary: '题库图片 / a picture of the bank',
  params: z.object({ mediaId: z.string().regex(/^[0-9a-f]{64}$/) }),
  replies: 'file',
  refusals: ['media-unknown'],
})
/** A stimulus that several items share, with its first version. */
export const createStimulus = endpoint({
  method: 'POST',
  path: '/api/item-bank/stimuli',
  summary: '新建共用材料 / a new shared stimulus',
  body: z.strictObject({
    ...place,
    caption: z.string().trim().min(1).max(100),
    prose: Prose,
    source: z.string().trim().min(1).max(300).nullable().default(null),
  }),
  reply: z.object({ stimulusId: z.string(), stimulusVersionId: z.string() }),
  refusals: ['item-place-unknown'],
})
export const addStimulusVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/stimuli/:stimulusId/versions',
  summary: '材料新版本 / a new version of a stimulus',
  params: z.object({ stimulusId: id }),
  body: z.strictObject({ prose: Prose, source: z.string().trim().min(1).max(300).nullable().default(null) }),
  reply: z.object({ stimulusVersionId: z.string() }),
  refusals: ['stimulus-unknown'],
})
export const listStimuli = endpoint({
  method: 'GET',
  path: '/api/item-bank/stimuli',
  summary: '共用材料目录 / shared stimuli without their words',
  query: z.object(place),
  reply: z.object({ stimuli: z.array(StimulusView) }),
})
/** Opens a stimulus; recorded. */
export const readStimulus = endpoint({
  method: 'POST',
  path: '/api/item-bank/stimulus-versions/:stimulusVersionId/readings',
  summary: '查看材料（留痕）/ read a stimulus, recorded',
  params: z.object({ stimulusVersionId: id }),
  body: z.strictObject({}),
  reply: z.object({
    stimulusVersionId: z.string(),
    stimulusId: z.string(),
    number: z.number(),
    prose: Prose,
    source: z.string().nullable(),
    writer: z.string(),
  }),
  refusals: ['stimulus-unknown'],
})
