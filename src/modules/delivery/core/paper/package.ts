import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import { InteractionType, MediaDigest, Prose, interactionOf, mediaOf } from '../../../interactions/contract.ts'

export const PAPERS = ['theory', 'practical'] as const
export const Paper = z.enum(PAPERS)
export type Paper = z.infer<typeof Paper>

const id = z.string().min(1).max(64)
const text = z.string().trim().min(1).max(400)

const PackageItem = z.strictObject({
  itemId: id,
  itemVersionId: id,
  type: InteractionType,
  /** Integer hundredths of a mark. */
  marks: z.number().int().positive().max(1_000_000),
  /** Code of the assessment scope or point, for reports by area. */
  area: z.string().max(80),
  /** Public content only: fields that the type does not list are refused. */
  content: z.record(z.string(), z.unknown()),
  /** The material the item speaks of; several items of a section can share one. */
  stimulusId: id.nullable().default(null),
})
export type PackageItem = z.infer<typeof PackageItem>

const PackageSection = z.strictObject({
  sectionId: id,
  title: text,
  instructions: z.string().max(2000).default(''),
  /** A practical paper may be instructions only: its work is done outside and marked by assessors. */
  items: z.array(PackageItem).max(300),
})

/** A picture with its bytes: where a paper is played there is nothing else to fetch it from. `media` is the SHA-256 (hex) of the bytes. */
const PackageMedia = z.strictObject({
  media: MediaDigest,
  /** A drawing (SVG) is shown as an image only, where nothing in it can act. */
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']),
  base64: z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .max(4_000_000),
})
export type PackageMedia = z.infer<typeof PackageMedia>

const Stimulus = z.strictObject({ stimulusId: id, title: text, prose: Prose })
export type Stimulus = z.infer<typeof Stimulus>

const LabDocument = z.strictObject({ task: z.string().regex(/^L[1-4]-\d{2}$/), sha256: MediaDigest })

const PackageBody = z.strictObject({
  version: z.literal(1),
  packageId: z.uuid(),
  editionId: id,
  level: id,
  paper: Paper,
  title: text,
  /** Working time of the paper in minutes. */
  minutes: z.number().int().min(1).max(600),
  sections: z.array(PackageSection).min(1).max(20),
  media: z.array(PackageMedia).max(200).default([]),
  stimuli: z.array(Stimulus).max(100).default([]),
  /**
   * The documents that items of the laboratory are played with, by the SHA-256 of their text. They travel sealed beside the papers and
   * never reach a browser: rubric and solution stand in them.
   */
  laboratory: z.array(LabDocument).max(60).default([]),
})
/** A package before its digest. What a paper without pictures and material does not have may be left out. */
export type PackageBody = z.input<typeof PackageBody>

/** What a site receives and plays. `digest` is SHA-256 (hex) of the canonical text of everything else. */
export const PaperPackage = PackageBody.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) })
export type PaperPackage = z.infer<typeof PaperPackage>

/** SHA-256 of a text in hex; pure rooms get it as an argument. */
export type Sha256 = (text: string) => string

/**
 * The text whose SHA-256 is the digest of a package. What is not there is not written, so that packages from before there were
 * pictures and material keep their digest.
 */
export function digestText(body: PackageBody | PaperPackage): string {
  const sections = body.sections.map(section => ({
    ...section,
    items: section.items.map(item => ({ ...item, stimulusId: item.stimulusId ?? undefined })),
  }))
  return canonicalJson({
    ...body,
    sections,
    media: someOf(body.media),
    stimuli: someOf(body.stimuli),
    laboratory: someOf(body.laboratory),
    digest: undefined,
  })
}

function someOf<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length === 0 ? undefined : list
}

/** Completes a body and adds the digest: the last step of whoever assembles a package. A faulty body is told by `parsePackage`. */
export function finishPackage(body: PackageBody, sha256: Sha256): PaperPackage {
  const read = PackageBody.safeParse(body)
  const whole = read.success ? read.data : (body as z.infer<typeof PackageBody>)
  return { ...whole, digest: sha256(digestText(whole)) }
}

/**
 * Reads a package: shape, public contents of the right type, distinct item ids, every picture and material that items name, and the
 * digest. That the bytes of a picture are those of its name is for whoever installs it to see.
 * Refusals: `package-invalid` with the places, `package-digest-wrong`.
 */
export function parsePackage(value: unknown, sha256: Sha256): Result<PaperPackage> {
  const shape = PaperPackage.safeParse(value)
  if (!shape.success)
    return refuse(
      'package-invalid',
      {},
      shape.error.issues.map(flaw => fault(flaw.path.join('.'), flaw.message)),
    )
  const contents = contentFaults(shape.data)
  if (contents.length > 0) return refuse('package-invalid', {}, contents)
  return sha256(digestText(shape.data)) === shape.data.digest ? ok(shape.data) : refuse('package-digest-wrong')
}

function contentFaults(paper: PaperPackage): FieldFault[] {
  if (paper.paper === 'theory' && paper.sections.some(section => section.items.length === 0))
    return [fault('sections', 'a theory section without items')]
  const items = itemsOf(paper)
  return [
    ...repeated(items.map(item => item.itemId)).map(itemId => fault(itemId, 'item id stands twice')),
    ...items
      .filter(item => !interactionOf(item.type).parsePublic(item.content).ok)
      .map(item => fault(item.itemId, 'not the public content of its type')),
    ...referenceFaults(paper, items),
  ]
}

/** Pictures and material that are named and not there, or there twice. */
function referenceFaults({ media, stimuli, laboratory }: PaperPackage, items: readonly PackageItem[]): FieldFault[] {
  const pictures = new Set(media.map(one => one.media))
  const materials = new Set(stimuli.map(one => one.stimulusId))
  const places = [...items.map(item => [item.itemId, item.content] as const), ...stimuli.map(one => [one.stimulusId, one.prose] as const)]
  return [
    ...repeated(media.map(one => one.media)).map(name => fault('media', `picture ${name} stands twice`)),
    ...repeated(laboratory.map(one => one.task)).map(task => fault('laboratory', `task ${task} stands twice`)),
    ...repeated(stimuli.map(one => one.stimulusId)).map(name => fault('stimuli', `material ${name} stands twice`)),
    ...places.flatMap(([place, document]) =>
      mediaOf(document).flatMap(name => (pictures.has(name) ? [] : [fault(place, `picture ${name} is missing`)])),
    ),
    ...items.flatMap(item =>
      item.stimulusId === null || materials.has(item.stimulusId) ? [] : [fault(item.itemId, `material ${item.stimulusId} is missing`)],
    ),
  ]
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter(name => seen.size === seen.add(name).size)
}

function fault(path: string, en: string): FieldFault {
  return { path, zh: `试卷包内容有误：${en}`, en }
}

/** Pictures whose bytes are not those of their name; `sha256` hashes the bytes behind a base64 text. */
export function foreignPictures({ media }: PaperPackage, sha256: (base64: string) => string): FieldFault[] {
  return media.filter(one => sha256(one.base64) !== one.media).map(one => fault('media', `picture ${one.media} has other bytes`))
}

/** Items of the laboratory with the document each is played with; null where the package names none. */
export function laboratoryItems(
  paper: Pick<PaperPackage, 'sections' | 'laboratory'>,
): { readonly itemId: string; readonly sha256: string | null }[] {
  const documents = new Map(paper.laboratory.map(one => [one.task, one.sha256]))
  return itemsOf(paper)
    .filter(item => item.type === 'lab-task')
    .map(({ itemId, content }) => ({ itemId, sha256: documents.get(String(content['task'])) ?? null }))
}

/** All items in the order of the package. */
export function itemsOf(paper: Pick<PaperPackage, 'sections'>): PackageItem[] {
  return paper.sections.flatMap(section => section.items)
}
