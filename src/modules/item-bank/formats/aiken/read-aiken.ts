import { type Result, ok } from '../../../../kernel/result.ts'
import { paragraphs } from '../../../interactions/contract.ts'
import { type ExchangeFault, type ExchangeItem, type Imported, NO_FACTS } from '../../core/exchange/exchange-item.ts'
import type { FormatSource } from '../../core/exchange/format.ts'
import { placeId } from '../../core/exchange/text/letters.ts'

const OPTION = /^([A-Z])[.)．）]\s*(.*)$/
const KEY = /^(?:ANSWER|答案)\s*[:：]\s*(.*)$/i

/** An item as its lines stand in the file. */
type Draft = { readonly line: number; stem: string[]; options: { readonly letter: string; text: string }[] }

/**
 * Reads Aiken: lines of a stem, options `A. …` or `A) …`, and `ANSWER: B` as the end of an item. Several letters make a
 * multiple choice. An item that breaks the rules is a fault with its line; reading goes on behind the next key.
 */
export function readAiken(source: FormatSource): Result<Imported, readonly ExchangeFault[]> {
  if (source.kind !== 'text') return { ok: false, refusal: [fault('', 'file', 'Aiken是纯文本格式', 'Aiken is a text format')] }
  const items: ExchangeItem[] = []
  const faults: ExchangeFault[] = []
  let draft: Draft | null = null
  source.text.split(/\r\n|\r|\n/).forEach((raw, at) => {
    const line = raw.trim()
    if (line === '') return
    const key = KEY.exec(line)
    if (key === null) {
      draft = added(draft ?? { line: at + 1, stem: [], options: [] }, line)
      return
    }
    const code = `AIKEN-${String(items.length + faults.length + 1).padStart(3, '0')}`
    const taken = itemOf(draft ?? { line: at + 1, stem: [], options: [] }, (key[1] ?? '').trim().toUpperCase(), code)
    if (taken.ok) items.push(taken.value)
    else faults.push(taken.refusal)
    draft = null
  })
  if (draft !== null) faults.push(lineFault(draft, '', '文件在答案行之前结束', 'the file ends before the ANSWER line'))
  if (items.length === 0 && faults.length === 0) faults.push(fault('', 'file', '文件中没有试题', 'the file holds no item'))
  return ok({ items, stimuli: [], media: [], losses: [], faults })
}

function added(draft: Draft, line: string): Draft {
  const option = OPTION.exec(line)
  if (option !== null && (draft.options.length > 0 || draft.stem.length > 0)) {
    draft.options.push({ letter: option[1] ?? '', text: (option[2] ?? '').trim() })
    return draft
  }
  const last = draft.options.at(-1)
  if (last === undefined) draft.stem.push(line)
  else last.text = `${last.text}\n${line}`
  return draft
}

function itemOf(draft: Draft, keyText: string, code: string): Result<ExchangeItem, ExchangeFault> {
  const refused = (zh: string, en: string) => ({ ok: false, refusal: lineFault(draft, code, zh, en) }) as const
  const letters = draft.options.map(option => option.letter)
  if (draft.stem.length === 0) return refused('缺少题干', 'the stem is missing')
  if (letters.length < 2) return refused('选项少于2个', 'fewer than 2 options')
  if (letters.length > 8) return refused('选项多于8个', 'more than 8 options')
  if (new Set(letters).size < letters.length) return refused('选项字母重复', 'an option letter repeats')
  if (draft.options.some(option => option.text === '')) return refused('有空选项', 'an option is empty')
  const right = lettersOf(keyText)
  if (right === null) return refused(`答案“${keyText.slice(0, 20)}”不是选项字母`, `the key “${keyText.slice(0, 20)}” is no option letter`)
  const stranger = right.find(letter => !letters.includes(letter))
  if (stranger !== undefined) return refused(`答案指向不存在的选项${stranger}`, `the key names option ${stranger}, which is not there`)
  return ok(choice(draft, right, code))
}

/** `B`, `A, C` or `ABD`: letters apart, or together in their order; a word is no key. */
function lettersOf(text: string): string[] | null {
  const pieces = text.split(/[\s,，、;；]+/).filter(piece => piece !== '')
  const letters = pieces.length === 1 ? [...(pieces[0] ?? '')] : pieces
  const inOrder = letters.every((letter, at) => at === 0 || letter > (letters[at - 1] ?? ''))
  return letters.length > 0 && letters.every(letter => /^[A-Z]$/.test(letter)) && (inOrder || pieces.length > 1)
    ? [...new Set(letters)]
    : null
}

function choice(draft: Draft, right: readonly string[], code: string): ExchangeItem {
  const options = draft.options.map((option, at) => ({ id: placeId(at), text: option.text, pinned: false }))
  const ids = right.map(letter => placeId(draft.options.findIndex(option => option.letter === letter)))
  const [first = ''] = ids
  const single = ids.length === 1
  const key = single ? { version: 1, optionId: first, explanation: null } : { version: 1, optionIds: ids, explanation: null }
  return {
    code,
    title: '',
    type: single ? 'single-choice' : 'multiple-choice',
    marks: null,
    content: { version: 2, stem: paragraphs(draft.stem.join('\n')), options },
    key,
    rubric: single ? {} : { credit: 'all-or-nothing' },
    stimulusId: null,
    facts: NO_FACTS,
  }
}

function lineFault(draft: Draft, code: string, zh: string, en: string): ExchangeFault {
  return fault(code, `line ${draft.line}`, `第${draft.line}行起的试题：${zh}`, `the item from line ${draft.line}: ${en}`)
}

function fault(item: string, element: string, zh: string, en: string): ExchangeFault {
  return { item, element, zh, en }
}
