import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { MediaView, StimulusText, StimulusView, VersionView } from '../views.ts'

const place = { editionId: z.string().min(1).max(64), level: z.string().min(1).max(8) }
const id = z.string().min(1).max(64)
const words = { prose: StimulusText, source: z.string().trim().min(1).max(300).nullable().default(null) }

/** A stimulus that several items share, with its first version. */
export const createStimulus = endpoint({
  method: 'POST',
  path: '/api/item-bank/stimuli',
  summary: '新建共用材料 / a new shared stimulus',
  body: z.strictObject({
    ...place,
    caption: z.string().trim().min(1).max(100),
    ...words,
  }),
  reply: z.object({ stimulusId: z.string(), stimulusVersionId: z.string() }),
  refusals: ['item-place-unknown'],
})
/** The next version; `newest` is the number of the version it was written from, so that nobody's newer one is passed over unseen. */
export const addStimulusVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/stimuli/:stimulusId/versions',
  summary: '材料新版本 / a new version of a stimulus',
  params: z.object({ stimulusId: id }),
  body: z.strictObject({ newest: z.number().int().min(1), ...words }),
  reply: z.object({ stimulusVersionId: z.string() }),
  refusals: ['stimulus-unknown', 'changed-meanwhile'],
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
    prose: StimulusText,
    source: z.string().nullable(),
    writer: z.string(),
    media: z.array(MediaView),
  }),
  refusals: ['stimulus-unknown'],
})
/** The item versions that stand with a stimulus, in any of its versions. `hidden` counts drafts of other people. */
export const listStimulusUses = endpoint({
  method: 'GET',
  path: '/api/item-bank/stimuli/:stimulusId/uses',
  summary: '使用材料的试题 / the items that use a stimulus',
  params: z.object({ stimulusId: id }),
  reply: z.object({ versions: z.array(VersionView), hidden: z.number() }),
})
