import { type Result, ok } from '../../../../kernel/result.ts'
import { type Block, paragraphs } from '../../../interactions/contract.ts'
import { type ExchangeFault, type ExchangeItem, type Imported, type Loss, NO_FACTS } from '../../core/exchange/exchange-item.ts'
import type { FormatSource, ReadingAids } from '../../core/exchange/format.ts'
import { proseOfHtml } from '../../core/exchange/text/html-prose.ts'
import { finishItem } from '../../core/exchange/made.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { type GiftChunk, type GiftInside, chunksOf, insideOf, unmarked } from './gift-text.ts'
import { type Read, meaningOf } from './meaning.ts'

/**
 * Reads GIFT: choices with and without weights, true/false, short and numeric entries, matching, essays, missing words,
 * titles, formats, feedback and comments. Descriptions (no braces) are told as lost. Every fault names its line.
 */
export function readGift(source: FormatSource, aids: ReadingAids): Result<Imported, readonly ExchangeFault[]> {
  if (source.kind !== 'text')
    return { ok: false, refusal: [{ item: '', element: 'file', zh: 'GIFT是纯文本格式', en: 'GIFT is a text format' }] }
  const chunks = chunksOf(source.text)
  const items: ExchangeItem[] = []
  const losses: Loss[] = []
  const faults: ExchangeFault[] = []
  const used = new Set<string>()
  chunks.forEach((chunk, at) => {
    const notes = new Notes(codeOf(chunk, at, used))
    const item = itemOf(chunk, notes, aids)
    if (item !== null) items.push(item)
    losses.push(...notes.losses)
    faults.push(...notes.faults)
  })
  if (chunks.length === 0) faults.push({ item: '', element: 'file', zh: '文件中没有试题', en: 'the file holds no item' })
  return ok({ items, stimuli: [], media: [], losses, faults })
}

/** The title names the item where it is a short unique name; otherwise its place does. */
function codeOf(chunk: GiftChunk, at: number, used: Set<string>): string {
  const wanted = /^[\w.\-一-鿿]{1,60}$/.test(chunk.title) ? chunk.title : `GIFT-${String(at + 1).padStart(3, '0')}`
  const code = used.has(wanted) ? `${wanted}-${at + 1}` : wanted
  used.add(code)
  return code
}

function itemOf(chunk: GiftChunk, notes: Notes, aids: ReadingAids): ExchangeItem | null {
  if (chunk.inside === null && /[{}]/.test(chunk.before)) {
    const { line } = chunk
    notes.fault(`line ${line}`, `第${line}行起的试题花括号不成对`, `the braces of the item from line ${line} do not match`)
    return null
  }
  if (chunk.inside === null) {
    notes.lost(`line ${chunk.line}`, '没有作答部分的说明文字不能成为试题', 'a description without braces is no item')
    return null
  }
  const inside = insideOf(chunk.inside)
  const read = meaningOf(chunk, inside, notes)
  if (read === null) return null
  const stem = stemOf(chunk, read, notes, aids)
  const { type, rubric } = read
  const item = finishItem({
    made: { type, rubric, content: read.content(stem), key: read.key(explanationOf(inside, notes)) },
    title: chunk.title === notes.item ? '' : chunk.title,
    marks: null,
    stimulusId: null,
    facts: NO_FACTS,
    notes,
    place: { element: `line ${chunk.line}`, zh: `第${chunk.line}行起的试题`, en: `the item from line ${chunk.line}` },
  })
  if (item !== null && chunk.category !== '')
    notes.lost('$CATEGORY', `类别“${chunk.category}”请改用鉴定点`, `the category “${chunk.category}” is replaced by assessment points`)
  return item
}

/** The stem with its gap: in the middle for missing words, at the end of entries. */
function stemOf(chunk: GiftChunk, read: Read, notes: Notes, aids: ReadingAids): Block[] {
  const tail = unmarked(chunk.after)
  const middle = read.gap !== null ? ` {{${read.gap}}} ` : tail === '' ? '' : ' ____ '
  const whole = `${unmarked(chunk.before)}${middle}${tail}`.trim()
  if (chunk.format === 'markdown') notes.changed('format', 'Markdown标记按文字导入', 'Markdown came as it is written')
  const isHtml = chunk.format === 'html' || (chunk.format === 'moodle' && /<\w+[^>]*>/.test(whole))
  if (!isHtml) return paragraphs(whole)
  return proseOfHtml([aids.readHtml(whole)], { element: 'stem', notes, picture: () => null })
}

/** General feedback, and what stood at single alternatives. */
function explanationOf(inside: GiftInside, notes: Notes): Block[] | null {
  const single = inside.parts.filter(part => part.feedback !== '').map(part => `${unmarked(part.text)}：${part.feedback}`)
  if (single.length > 0) notes.changed('feedback', '各选项的反馈并入解析', 'feedback of single alternatives went into the explanation')
  const text = [inside.general, ...single].filter(line => line !== '').join('\n')
  return text === '' ? null : paragraphs(text)
}
