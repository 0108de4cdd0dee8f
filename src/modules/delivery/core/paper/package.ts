import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import { InteractionType, interactionOf } from '../../../interactions/contract.ts'

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
})
export type PackageItem = z.infer<typeof PackageItem>

const PackageSection = z.strictObject({
  sectionId: id,
  title: text,
  instructions: z.string().max(2000).default(''),
  /** A practical paper may be instructions only: its work is done outside and marked by assessors. */
  items: z.array(PackageItem).max(300),
})

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
})
export type PackageBody = z.infer<typeof PackageBody>

/** What a site receives and plays. `digest` is SHA-256 (hex) of the canonical text of everything else. */
export const PaperPackage = PackageBody.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) })
export type PaperPackage = z.infer<typeof PaperPackage>

/** SHA-256 of a text in hex; pure rooms get it as an argument. */
export type Sha256 = (text: string) => string

/** The text whose SHA-256 is the digest of a package. */
export function digestText(body: PackageBody | PaperPackage): string {
  return canonicalJson({ ...body, digest: undefined })
}

/** Adds the digest to a body: the last step of whoever assembles a package. */
export function finishPackage(body: PackageBody, sha256: Sha256): PaperPackage {
  return { ...body, digest: sha256(digestText(body)) }
}

/**
 * Reads a package: shape, public contents of the right type, distinct item ids, and the digest.
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
  const seen = new Set<string>()
  return itemsOf(paper).flatMap(item => {
    const again = seen.has(item.itemId)
    seen.add(item.itemId)
    if (again) return [fault(item.itemId, 'item id stands twice')]
    return interactionOf(item.type).parsePublic(item.content).ok ? [] : [fault(item.itemId, 'not the public content of its type')]
  })
}

function fault(path: string, en: string): FieldFault {
  return { path, zh: `试卷包内容有误：${en}`, en }
}

/** All items in the order of the package. */
export function itemsOf(paper: Pick<PaperPackage, 'sections'>): PackageItem[] {
  return paper.sections.flatMap(section => section.items)
}
