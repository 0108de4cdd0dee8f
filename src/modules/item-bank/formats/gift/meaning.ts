import type { Block, InteractionType, ItemDocument } from '../../../interactions/contract.ts'
import { placeId } from '../../core/exchange/text/letters.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { weightedCredit } from '../../core/exchange/text/weighted-credit.ts'
import { type GiftChunk, type GiftInside, type GiftPart, unmarked } from './gift-text.ts'
import { numberGap } from '../../core/exchange/text/number-gap.ts'

/** What the braces mean; the stem and the explanation come later. `gap` is the id of the gap the stem gets, if any. */
export type Read = {
  readonly type: InteractionType
  readonly gap: string | null
  readonly rubric: ItemDocument
  readonly content: (stem: readonly Block[]) => ItemDocument
  readonly key: (explanation: readonly Block[] | null) => ItemDocument
}

/** Most characters of a written response, where GIFT sets no limit. */
const MOST_WORDS = 1000

/** Tells the kinds of GIFT apart by what stands in the braces; null with a fault when it is none of them. */
export function meaningOf(chunk: GiftChunk, inside: GiftInside, notes: Notes): Read | null {
  const { head, parts } = inside
  if (parts.length === 0)
    return head === '' ? essay() : head.startsWith('#') ? numeric(chunk, head.slice(1), [], notes) : verdict(chunk, head, notes)
  if (head.startsWith('#')) return numeric(chunk, head.slice(1), parts, notes)
  if (parts.every(part => part.sign === '=' && part.text.includes('->'))) return matching(parts, notes)
  return parts.some(part => part.sign === '~') ? choice(parts, notes) : entry(parts, notes)
}

function fault(chunk: GiftChunk, notes: Notes, zh: string, en: string): null {
  notes.fault(`line ${chunk.line}`, `第${chunk.line}行起的试题：${zh}`, `the item from line ${chunk.line}: ${en}`)
  return null
}

function essay(): Read {
  const reference = '（导入的试题没有参考答案，请补写）'
  return {
    type: 'essay',
    gap: null,
    rubric: {},
    content: stem => ({ version: 1, stem, words: { least: null, most: MOST_WORDS } }),
    key: explanation => ({ version: 1, reference, criteria: [{ id: 'c1', text: '内容完整、表述准确', marks: 100 }], explanation }),
  }
}

function verdict(chunk: GiftChunk, head: string, notes: Notes): Read | null {
  const [word = '', ...feedback] = head.split('#')
  const found = /^(T|TRUE|F|FALSE)$/i.exec(word.trim())
  if (found === null)
    return fault(chunk, notes, `不认识的作答部分“${word.slice(0, 20)}”`, `unknown content of the braces “${word.slice(0, 20)}”`)
  if (feedback.some(text => text.trim() !== '')) notes.lost('feedback', '判断题按对错分列的反馈不保留', 'feedback by verdict is not kept')
  const isTrue = (found[1] ?? '').toUpperCase().startsWith('T')
  return {
    type: 'true-false',
    gap: null,
    rubric: {},
    content: stem => ({ version: 2, stem }),
    key: explanation => ({ version: 1, verdict: isTrue ? 'true' : 'false', explanation }),
  }
}

function choice(parts: readonly GiftPart[], notes: Notes): Read {
  const options = parts.map((part, at) => ({ id: placeId(at), text: unmarked(part.text), pinned: false }))
  const plain = parts.flatMap((part, at) => (part.sign === '=' ? [placeId(at)] : []))
  const weighted = parts.flatMap((part, at) => (part.sign === '~' && (part.weight ?? 0) > 0 ? [placeId(at)] : []))
  const [only = ''] = plain
  if (plain.length === 1 && weighted.length === 0)
    return {
      type: 'single-choice',
      gap: null,
      rubric: {},
      content: stem => ({ version: 2, stem, options }),
      key: explanation => ({ version: 1, optionId: only, explanation }),
    }
  return {
    type: 'multiple-choice',
    gap: null,
    // GIFT writes an option that brings all the marks as `=`
    rubric: weightedCredit(
      parts.map(part => (part.sign === '=' ? 100 : (part.weight ?? 0))),
      'weight',
      notes,
    ),
    content: stem => ({ version: 2, stem, options }),
    key: explanation => ({ version: 1, optionIds: [...plain, ...weighted], explanation }),
  }
}

function matching(parts: readonly GiftPart[], notes: Notes): Read {
  const pairs = parts.map(part => {
    const [left = '', ...right] = part.text.split('->')
    return { left: unmarked(left), right: unmarked(right.join('->')) }
  })
  const right = [...new Set(pairs.map(pair => pair.right))].map((text, at) => ({ id: `r${at + 1}`, text }))
  const asked = pairs.filter(pair => pair.left !== '')
  const left = asked.map((pair, at) => ({ id: `l${at + 1}`, text: pair.left }))
  const reuse = new Set(asked.map(pair => pair.right)).size < asked.length
  if (left.length > 12) notes.changed('matching', '匹配项过多', 'too many entries to match')
  const made = asked.map((pair, at) => ({ left: `l${at + 1}`, right: right.find(one => one.text === pair.right)?.id ?? '' }))
  return {
    type: 'matching',
    gap: null,
    rubric: { version: 1, credit: 'per-pair' },
    content: stem => ({ version: 1, stem, left, right, reuse }),
    key: explanation => ({ version: 1, pairs: made, explanation }),
  }
}

function entry(parts: readonly GiftPart[], notes: Notes): Read {
  if (parts.some(part => part.weight !== null && part.weight !== 100 && part.weight > 0))
    notes.changed('weight', '部分得分的写法按全分处理', 'entries with part of the marks now bring all of them')
  const accept = parts.filter(part => part.weight === null || part.weight > 0).map(part => unmarked(part.text))
  return {
    type: 'blank',
    gap: 'g1',
    rubric: { version: 1, shares: [], credit: 'per-gap' },
    content: stem => ({ version: 1, stem, gaps: [{ id: 'g1', kind: 'text', unit: null, width: 'medium' }] }),
    key: explanation => ({
      version: 1,
      gaps: [{ id: 'g1', kind: 'text', accept: [...new Set(accept)], ignoreCase: true, ignoreSpace: true }],
      explanation,
    }),
  }
}

function numeric(chunk: GiftChunk, head: string, parts: readonly GiftPart[], notes: Notes): Read | null {
  const written = parts.length === 0 ? [head] : parts.filter(part => part.weight === null || part.weight === 100).map(part => part.text)
  if (parts.length > written.length) notes.changed('weight', '只保留得全分的数值', 'only the number with all the marks is kept')
  const [first] = written
  const gap = first === undefined ? null : numberGap(unmarked(first))
  if (gap === null)
    return fault(chunk, notes, `数值“${unmarked(first ?? '')}”不能识别`, `the number “${unmarked(first ?? '')}” is not understood`)
  if (written.length > 1) notes.lost('number', '只能保留一个正确数值', 'only one right number can be kept')
  return {
    type: 'blank',
    gap: 'g1',
    rubric: { version: 1, shares: [], credit: 'per-gap' },
    content: stem => ({ version: 1, stem, gaps: [{ id: 'g1', kind: 'number', unit: null, width: 'medium' }] }),
    key: explanation => ({ version: 1, gaps: [{ id: 'g1', kind: 'number', ...gap, units: [] }], explanation }),
  }
}
