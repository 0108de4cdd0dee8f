import type { z } from 'zod'
import type { Result } from '../../../../kernel/result.ts'
import { type Specification, SpecificationFile, pointsOf } from './specification.ts'

/** A fault of a specification file: where it stands, such as `ranges.0.ranges.1.area` or a point's code. */
export type SpecificationFault = { readonly place: string; readonly zh: string; readonly en: string }

type Order = {
  readonly text: string
  /** Areas of the weight table of a level with their weights; undefined for a level the edition does not have. */
  readonly areasOf: (place: {
    readonly editionId: string
    readonly level: string
  }) => readonly { readonly path: readonly string[]; readonly weight: number }[] | undefined
}

/** Reads a specification table; sound as a whole, or every fault with its place. */
export function parseSpecification({ text, areasOf }: Order): Result<Specification, readonly SpecificationFault[]> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { ok: false, refusal: [{ place: '', zh: '文件不是有效的JSON', en: 'the file is not JSON' }] }
  }
  const file = SpecificationFile.safeParse(raw)
  if (!file.success) return { ok: false, refusal: file.error.issues.map(shapeFault) }
  const { edition: editionId, level, part, provenance, note, textbook } = file.data
  const areas = areasOf({ editionId, level })
  if (areas === undefined)
    return { ok: false, refusal: [{ place: 'level', zh: '该标准版本没有这个等级', en: 'the edition does not have this level' }] }
  const points = pointsOf(file.data)
  const faults = [...repeatedCodes(points), ...(part === 'theory' ? areaFaults(file.data, areas) : [])]
  if (faults.length > 0) return { ok: false, refusal: faults }
  return { ok: true, value: { editionId, level, part, provenance, note, textbook, points } }
}

function repeatedCodes(points: readonly { readonly code: string }[]): SpecificationFault[] {
  const codes = points.map(point => point.code)
  const repeated = new Set(codes.filter((code, at) => codes.indexOf(code) !== at))
  return [...repeated].map(code => ({ place: code, zh: '鉴定点代码重复', en: 'the code of the point stands twice' }))
}

/** Every middle range names an area of the weight table, and every area with marks has points. */
function areaFaults(
  file: SpecificationFile,
  areas: readonly { readonly path: readonly string[]; readonly weight: number }[],
): SpecificationFault[] {
  const known = new Map(areas.map(area => [area.path.join('/'), area]))
  const middles = file.ranges.flatMap((great, at) =>
    great.ranges.map((middle, inner) => ({ place: `ranges.${at}.ranges.${inner}.area`, path: middle.area.join('/') })),
  )
  const unknown = middles
    .filter(middle => !known.has(middle.path))
    .map(({ place, path }) => ({ place, zh: `知识范围“${path}”不在比重表中`, en: `the area "${path}" is not in the weight table` }))
  const covered = new Set(middles.map(middle => middle.path))
  const bare = [...known]
    .filter(([path, area]) => area.weight > 0 && !covered.has(path))
    .map(([path]) => ({ place: path, zh: '比重表中的这个知识范围没有鉴定点', en: 'this area of the weight table has no point' }))
  return [...unknown, ...bare]
}

function shapeFault(issue: z.ZodError['issues'][number]): SpecificationFault {
  const place = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return { place, zh: `不认识的字段：${issue.keys.join('、')}`, en: `unknown fields: ${issue.keys.join(', ')}` }
  const own = /^(\p{Script=Han}[^|]*)\|([^|]+)$/u.exec(issue.message)
  return { place, zh: own?.[1] ?? '字段不符合格式', en: own?.[2] ?? issue.message }
}
