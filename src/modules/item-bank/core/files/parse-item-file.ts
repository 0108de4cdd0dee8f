import type { z } from 'zod'
import { marks } from '../../../../kernel/marks.ts'
import type { Result } from '../../../../kernel/result.ts'
import { interactionOf, mediaOf } from '../../../interactions/contract.ts'
import { type ItemDraft, type ItemSecret, MARKS_OF_TYPE, isTheoryType } from '../item.ts'
import { documentsOf } from './item-documents.ts'
import { type Fault, bodyFaults, marksFaults } from './item-faults.ts'
import { FileHead, FileItem, type ItemFileFault } from './item-file.ts'

type Place = { readonly editionId: string; readonly level: string }
/** What a specification table says of a point: the area it lies in and its importance. */
export type PointFacts = { readonly areaPath: string; readonly importance: string }

/** What a file is read against. */
export type ItemFileOrder = {
  readonly file: string
  readonly text: string
  /** Is this path an area of the weight table at the level? */
  readonly knowsArea: (head: Place, path: readonly string[]) => boolean
  /** Names an option anew, so that its id tells nothing about its place in the author's file. */
  readonly optionId: (code: string, letter: string) => string
  /** The id of a picture that lies beside the file. */
  readonly picture?: (file: string) => string | undefined
  /** Points of the specification table of the level; undefined when none has been entered yet. */
  readonly points?: ReadonlyMap<string, PointFacts> | undefined
}

/** Edition and level of a file, if it says so at all; for looking up what it is read against. */
export function placeOfFile(text: string): Place | undefined {
  try {
    const head = FileHead.pick({ edition: true, level: true }).loose().safeParse(JSON.parse(text))
    return head.success ? { editionId: head.data.edition, level: head.data.level } : undefined
  } catch {
    return undefined
  }
}

/** Reads a file of items as authors write it; either every item is sound, or all faults are told. */
export function parseItemFile(order: ItemFileOrder): Result<readonly ItemDraft[], readonly ItemFileFault[]> {
  const head = readHead(order)
  if (!head.ok) return head
  const items = head.value.items.map((raw, at) => readItem(order, head.value, raw, at))
  const faults = [...items.flatMap(item => (item.ok ? [] : item.refusal)), ...repeatedCodes(order.file, head.value.items)]
  if (faults.length > 0) return { ok: false, refusal: faults }
  return { ok: true, value: items.flatMap(item => (item.ok ? [item.value] : [])) }
}

function readHead({ file, text }: ItemFileOrder): Result<FileHead, readonly ItemFileFault[]> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { ok: false, refusal: [{ file, code: '', zh: '文件不是有效的JSON', en: 'the file is not JSON' }] }
  }
  const head = FileHead.safeParse(raw)
  if (!head.success) return { ok: false, refusal: faultsOf(file, '', head.error) }
  if (head.data.writer !== head.data.reviewer) return { ok: true, value: head.data }
  return { ok: false, refusal: [{ file, code: '', zh: '命题员不能审定自己命制的试题', en: 'a writer does not pass items of their own' }] }
}

function readItem(order: ItemFileOrder, head: FileHead, raw: unknown, at: number): Result<ItemDraft, readonly ItemFileFault[]> {
  const code = codeOf(raw) || `#${at + 1}`
  const shape = FileItem.safeParse(raw)
  if (!shape.success) return { ok: false, refusal: faultsOf(order.file, code, shape.error) }
  const item = shape.data
  const picture = order.picture ?? (() => undefined)
  const secret = documentsOf(item, { option: letter => order.optionId(code, letter), picture })
  const faults = [
    ...documentFaults(item, secret),
    ...placeFaults(order, head, item),
    ...pointFaults(order, item),
    ...bodyFaults(item),
    ...marksFaults(item),
    ...pictureFaults(item, picture),
  ]
  if (faults.length > 0) return { ok: false, refusal: faults.map(fault => ({ file: order.file, code, ...fault })) }
  return { ok: true, value: draftOf(head, item, normal(item.type, secret)) }
}

function draftOf(head: FileHead, item: FileItem, secret: ItemSecret): ItemDraft {
  const { id: code, type, area, points, difficulty, importance, seconds, source, enemies } = item
  const { edition: editionId, level, writer, reviewer } = head
  const own = isTheoryType(type) ? MARKS_OF_TYPE[type] : marks(item.marks ?? 0)
  const place = { editionId, level, area, points, difficulty, importance, seconds }
  return { code, type, marks: own, ...place, writer, reviewer, source, enemies, media: mediaOf(secret.content), ...secret }
}

function normal(type: ItemDraft['type'], secret: ItemSecret): ItemSecret {
  const content = interactionOf(type).parseContent(secret.content)
  const key = interactionOf(type).parseKey(secret.content, secret.key)
  if (!content.ok || !key.ok) throw new Error('a checked item no longer parses')
  return { ...secret, content: content.value, key: key.value }
}

function documentFaults(item: FileItem, secret: ItemSecret): Fault[] {
  const interaction = interactionOf(item.type)
  const content = interaction.parseContent(secret.content)
  if (!content.ok)
    return [{ zh: `题干或选项不符合题型要求：${detail(content)}`, en: `the content does not fit its type: ${detail(content)}` }]
  const key = interaction.parseKey(secret.content, secret.key)
  if (key.ok) return rubricFaults(item, secret)
  const choice = item.type === 'single-choice' || item.type === 'multiple-choice'
  return choice
    ? [{ zh: '答案键所指的选项不存在或有重复', en: 'the key names an option that does not exist, or names one twice' }]
    : [{ zh: `答案键与试题不符：${detail(key)}`, en: `the key does not fit the item: ${detail(key)}` }]
}

function rubricFaults({ type }: FileItem, { rubric }: ItemSecret): Fault[] {
  const read = rubric === undefined ? undefined : interactionOf(type).parseRubric(rubric)
  if (read === undefined || read.ok) return []
  return [{ zh: `给分方式不符合题型要求：${detail(read)}`, en: `the credit does not fit the type: ${detail(read)}` }]
}

function detail(refused: { readonly refusal: { readonly fields?: readonly { readonly path: string; readonly en: string }[] } }): string {
  return (refused.refusal.fields ?? []).map(field => `${field.path} ${field.en}`.trim()).join('；')
}

function placeFaults(order: ItemFileOrder, head: FileHead, item: FileItem): Fault[] {
  if (order.knowsArea({ editionId: head.edition, level: head.level }, item.area)) return []
  return [
    {
      zh: `知识范围“${item.area.join('／')}”不在该版本该等级的比重表中`,
      en: `the area "${item.area.join(' / ')}" is not in the weight table of this edition and level`,
    },
  ]
}

/** The first point leads: it lies in the item's area and has its importance. */
function pointFaults({ points }: ItemFileOrder, item: FileItem): Fault[] {
  if (points === undefined) return []
  const unknown = item.points.filter(code => !points.has(code))
  const faults = unknown.map(code => ({ zh: `鉴定点${code}不在细目表中`, en: `point ${code} is not in the specification table` }))
  const [lead = ''] = item.points
  const known = points.get(lead)
  if (known === undefined) return faults
  if (known.areaPath !== areaPathOf(item.area))
    faults.push({ zh: `鉴定点${lead}不属于试题的知识范围`, en: `point ${lead} lies in another area than the item` })
  if (known.importance !== item.importance)
    faults.push({
      zh: `重要程度${item.importance}与鉴定点${lead}的${known.importance}不符`,
      en: `the importance ${item.importance} is not that of point ${lead} (${known.importance})`,
    })
  return faults
}

/** A path as one text that begins every path below it. */
export function areaPathOf(area: readonly string[]): string {
  return area.map(part => `${part}/`).join('')
}

function pictureFaults(item: FileItem, picture: (file: string) => string | undefined): Fault[] {
  const bodies = item.type === 'case' ? item.parts : [item]
  const files = bodies.flatMap(body => (body.type === 'hot-area' ? [body.picture.file] : []))
  return files
    .filter(file => picture(file) === undefined)
    .map(file => ({
      zh: `图片“${file}”不在试题文件旁的pictures目录中`,
      en: `picture "${file}" does not lie in the folder pictures beside the file`,
    }))
}

function repeatedCodes(file: string, items: readonly unknown[]): ItemFileFault[] {
  const codes = items.flatMap(raw => codeOf(raw) ?? [])
  const repeated = new Set(codes.filter((code, at) => codes.indexOf(code) !== at))
  return [...repeated].map(code => ({ file, code, zh: '试题编号在文件中重复', en: 'the item id stands twice in the file' }))
}

function codeOf(raw: unknown): string | undefined {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined
  return typeof id === 'string' ? id : undefined
}

function faultsOf(file: string, code: string, error: z.ZodError): ItemFileFault[] {
  return error.issues.map(issue => ({ file, code, ...textOf(issue) }))
}

/** The texts of our own schemas stand as `中文|English`; what the schema library says by itself is told by its place. */
function textOf(issue: z.ZodError['issues'][number]): Fault {
  if (issue.code === 'unrecognized_keys')
    return { zh: `不认识的字段：${issue.keys.join('、')}`, en: `unknown fields: ${issue.keys.join(', ')}` }
  const own = /^(\p{Script=Han}[^|]*)\|([^|]+)$/u.exec(issue.message)
  const path = issue.path.join('.')
  return { zh: own?.[1] ?? `${path}：字段不符合格式`, en: own?.[2] ?? `${path}: ${issue.message}` }
}
