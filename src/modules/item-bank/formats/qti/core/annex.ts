import { canonicalJson } from '../../../../../kernel/canonical-json.ts'
import { z } from 'zod'
import { InteractionType, Prose, mediaOf } from '../../../../interactions/contract.ts'
import type { ExchangeItem, ExchangeMedia, ExchangeSet, ExchangeStimulus } from '../../../core/exchange/exchange-item.ts'
import type { ReadingAids } from '../../../core/exchange/format.ts'
import { finishItem } from '../../../core/exchange/made.ts'
import { Notes } from '../../../core/exchange/notes.ts'
import { IMPORTANCES } from '../../../core/item.ts'
import { hundredths } from '../../../../../kernel/marks.ts'

/**
 * What QTI has no place for (tolerant readings of gaps, levels of criteria, laboratory tasks, …) goes along in one file of the package.
 * It speaks for an item only while the item's own file is the very one that was written beside it: an item edited elsewhere is read anew.
 */
export const ANNEX = 'zhiheng-annex.json'

const Document = z.record(z.string(), z.unknown())
const Entry = z.strictObject({
  identifier: z.string(),
  /** SHA-256 of the item's file. */
  file: z.string(),
  code: z.string(),
  title: z.string(),
  type: InteractionType,
  marks: z.number().int().nullable(),
  content: Document,
  key: Document,
  rubric: Document,
  stimulusId: z.string().nullable(),
  facts: z.strictObject({
    editionId: z.string().nullable(),
    level: z.string().nullable(),
    area: z.array(z.string()),
    points: z.array(z.string()),
    difficulty: z.number().nullable(),
    importance: z.enum(IMPORTANCES).nullable(),
    seconds: z.number().nullable(),
    source: z.string().nullable(),
  }),
})
const Annex = z.strictObject({
  version: z.literal(1),
  items: z.array(Entry),
  stimuli: z.array(z.strictObject({ stimulusId: z.string(), title: z.string(), prose: Prose })),
  media: z.array(z.strictObject({ media: z.string(), mediaType: z.string(), path: z.string() })),
})
export type Annex = z.infer<typeof Annex>

export function annexOf(
  set: ExchangeSet,
  files: ReadonlyMap<string, { readonly identifier: string; readonly digest: string }>,
  pathOf: (media: ExchangeMedia) => string,
): Annex {
  return {
    version: 1,
    items: set.items.flatMap(item => {
      const file = files.get(item.code)
      return file === undefined ? [] : [{ identifier: file.identifier, file: file.digest, ...plain(item) }]
    }),
    stimuli: set.stimuli.map(({ stimulusId, title, prose }) => ({ stimulusId, title, prose })),
    media: set.media.map(one => ({ media: one.media, mediaType: one.mediaType, path: pathOf(one) })),
  }
}

function plain({ code, title, type, marks, content, key, rubric, stimulusId, facts }: ExchangeItem) {
  const { area, points, ...rest } = facts
  return { code, title, type, marks, content, key, rubric, stimulusId, facts: { ...rest, area: [...area], points: [...points] } }
}

export function annexText(annex: Annex): string {
  return canonicalJson(annex)
}

/** The annex of a package, or null where there is none that can be read. */
export function annexIn(entries: ReadonlyMap<string, Uint8Array>, aids: ReadingAids): Annex | null {
  const bytes = entries.get(ANNEX)
  if (bytes === undefined) return null
  try {
    const read = Annex.safeParse(JSON.parse(aids.utf8.decode(bytes)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export function ownStimuli(annex: Annex): ExchangeStimulus[] {
  return annex.stimuli
}

type Package = { readonly entries: ReadonlyMap<string, Uint8Array>; readonly aids: ReadingAids }

/** The item as it was written, when its file is unchanged, its documents are sound and its pictures are those it names; otherwise null. */
export function ownItem(
  annex: Annex,
  identifier: string,
  text: string,
  { entries, aids }: Package,
): { item: ExchangeItem; media: ExchangeMedia[] } | null {
  const entry = annex.items.find(one => one.identifier === identifier)
  if (entry === undefined || aids.sha256(aids.utf8.encode(text)) !== entry.file) return null
  const { type, content, key, rubric } = entry
  const marks = entry.marks === null ? null : hundredths(entry.marks)
  const item = finishItem({
    made: { type, content, key, rubric },
    title: entry.title,
    marks,
    stimulusId: entry.stimulusId,
    facts: entry.facts,
    notes: new Notes(entry.code),
  })
  if (item === null) return null
  const media = mediaOf([item.content, item.key]).map(digest => mediaAt(annex, digest, { entries, aids }))
  return media.every(one => one !== null) ? { item, media } : null
}

function mediaAt(annex: Annex, digest: string, { entries, aids }: Package): ExchangeMedia | null {
  const known = annex.media.find(one => one.media === digest)
  const bytes = known === undefined ? undefined : entries.get(known.path)
  if (bytes === undefined || aids.sha256(bytes) !== digest) return null
  const seen = aids.inspectPicture(bytes)
  return seen.ok ? { media: digest, mediaType: seen.value.mediaType, bytes } : null
}
