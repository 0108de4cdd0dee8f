import type { z } from 'zod'
import type { Result } from '../../../kernel/result.ts'
import { interactionOf } from '../../interactions/contract.ts'
import { FileHead, FileItem, type ItemFileFault } from './item-file.ts'
import { type ItemDraft, type ItemSecret, MARKS_OF_TYPE } from './item.ts'

/** What a file is read against. */
export type ItemFileOrder = {
  readonly file: string
  readonly text: string
  /** Is this path an area of the weight table at the level? */
  readonly knowsArea: (head: { readonly editionId: string; readonly level: string }, path: readonly string[]) => boolean
  /** Names an option anew, so that its id tells nothing about its place in the author's file. */
  readonly optionId: (code: string, letter: string) => string
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
  const secret = secretOf(item, letter => order.optionId(code, letter))
  const faults = [...contentFaults(order.file, item, secret), ...placeFaults(order, head, item), ...optionFaults(order.file, item)]
  if (faults.length > 0) return { ok: false, refusal: faults }
  const { type, area, difficulty, importance } = item
  const { edition: editionId, level, writer, reviewer } = head
  return {
    ok: true,
    value: {
      code,
      type,
      marks: MARKS_OF_TYPE[type],
      editionId,
      level,
      area,
      difficulty,
      importance,
      writer,
      reviewer,
      ...normal(type, secret),
    },
  }
}

/** Content and key in the newest form of the interaction's own schemas. */
function secretOf(item: FileItem, name: (letter: string) => string): ItemSecret {
  const { stem, explanation } = item
  switch (item.type) {
    case 'true-false':
      return { content: { version: 2, stem }, key: { version: 1, verdict: String(item.key), explanation } }
    case 'single-choice':
      return { content: choiceContent(item, name), key: { version: 1, optionId: name(item.key[0] ?? ''), explanation } }
    case 'multiple-choice':
      return { content: choiceContent(item, name), key: { version: 1, optionIds: item.key.map(name), explanation } }
  }
}

function choiceContent(item: Extract<FileItem, { readonly options: unknown }>, name: (letter: string) => string): ItemSecret['content'] {
  return {
    version: 2,
    stem: item.stem,
    options: item.options.map(option => ({ id: name(option.id), text: option.text, pinned: item.fixedOrder })),
  }
}

function normal(type: ItemDraft['type'], secret: ItemSecret): ItemSecret {
  const content = interactionOf(type).parseContent(secret.content)
  const key = interactionOf(type).parseKey(secret.content, secret.key)
  if (!content.ok || !key.ok) throw new Error('a checked item no longer parses')
  return { content: content.value, key: key.value }
}

function contentFaults(file: string, item: FileItem, secret: ItemSecret): ItemFileFault[] {
  const interaction = interactionOf(item.type)
  const content = interaction.parseContent(secret.content)
  if (!content.ok)
    return [{ file, code: item.id, zh: `题干或选项不符合题型要求：${detail(content)}`, en: 'the content does not fit its type' }]
  return interaction.parseKey(secret.content, secret.key).ok
    ? []
    : [{ file, code: item.id, zh: '答案键所指的选项不存在或有重复', en: 'the key names an option that does not exist, or names one twice' }]
}

function detail(refused: { readonly refusal: { readonly fields?: readonly { readonly path: string; readonly en: string }[] } }): string {
  return (refused.refusal.fields ?? []).map(field => `${field.path} ${field.en}`).join('；')
}

function placeFaults(order: ItemFileOrder, head: FileHead, item: FileItem): ItemFileFault[] {
  if (order.knowsArea({ editionId: head.edition, level: head.level }, item.area)) return []
  return [
    {
      file: order.file,
      code: item.id,
      zh: `知识范围“${item.area.join('／')}”不在该版本该等级的比重表中`,
      en: `the area "${item.area.join(' / ')}" is not in the weight table of this edition and level`,
    },
  ]
}

/** Two options with one text, or one letter twice: nobody could say which is right. */
function optionFaults(file: string, item: FileItem): ItemFileFault[] {
  if (item.type === 'true-false') return []
  const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)
  const texts = repeated(item.options.map(option => option.text)).map(text => ({
    file,
    code: item.id,
    zh: `选项文字重复：“${text}”`,
    en: `an option text stands twice: "${text}"`,
  }))
  const letters = repeated(item.options.map(option => option.id)).map(id => ({
    file,
    code: item.id,
    zh: `选项编号重复：${id}`,
    en: `an option id stands twice: ${id}`,
  }))
  return [...texts, ...letters]
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
function textOf(issue: z.ZodError['issues'][number]): { readonly zh: string; readonly en: string } {
  if (issue.code === 'unrecognized_keys')
    return { zh: `不认识的字段：${issue.keys.join('、')}`, en: `unknown fields: ${issue.keys.join(', ')}` }
  const own = /^(\p{Script=Han}[^|]*)\|([^|]+)$/u.exec(issue.message)
  const path = issue.path.join('.')
  return { zh: own?.[1] ?? `${path}：字段不符合格式`, en: own?.[2] ?? `${path}: ${issue.message}` }
}
