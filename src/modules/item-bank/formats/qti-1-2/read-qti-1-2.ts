import { hundredths } from '../../../../kernel/marks.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import { type XmlElement, childElements, descendants } from '../../../../kernel/xml.ts'
import type { ExchangeFault, ExchangeItem, ExchangeMedia, Imported, Loss } from '../../core/exchange/exchange-item.ts'
import type { FormatSource, ReadingAids } from '../../core/exchange/format.ts'
import { type Made, finishItem } from '../../core/exchange/made.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { type Entry, fieldOf } from './entry.ts'
import { factsOf } from './facts.ts'
import { choiceOf, gapsOf, matchingOf, numberOf, shortTextOf, writtenOf } from './kinds.ts'

const KINDS: Readonly<Record<string, (entry: Entry) => Made | null>> = {
  multiple_choice_question: choiceOf,
  true_false_question: choiceOf,
  multiple_answers_question: choiceOf,
  matching_question: matchingOf,
  multiple_dropdowns_question: entry => gapsOf(entry, false),
  fill_in_multiple_blanks_question: entry => gapsOf(entry, true),
  short_answer_question: shortTextOf,
  numerical_question: numberOf,
  essay_question: entry => writtenOf(entry, false),
  file_upload_question: entry => writtenOf(entry, true),
}

/** Reads QTI 1.2 as Canvas writes it: one `questestinterop` file, or a package with several. */
export function readQti12(source: FormatSource, aids: ReadingAids): Result<Imported, readonly ExchangeFault[]> {
  if (source.kind === 'sheets') return refused('QTI 1.2是XML文件或压缩包', 'QTI 1.2 is an XML file or a package')
  const files: ReadonlyMap<string, Uint8Array> = source.kind === 'package' ? source.entries : new Map()
  const texts = source.kind === 'text' ? [[source.name, source.text] as const] : xmlTexts(files, aids)
  const into: Into = { items: [], media: new Map(), losses: [], faults: [], used: new Set() }
  let documents = 0
  for (const [name, text] of texts) {
    const tree = aids.readXml(text)
    if (!tree.ok) into.faults.push({ item: '', element: name, zh: `${name}：${tree.refusal.zh}`, en: `${name}: ${tree.refusal.en}` })
    else if (tree.value.name === 'questestinterop') {
      documents += 1
      readDocument(tree.value, { aids, files, into })
    }
  }
  if (documents === 0 && into.faults.length === 0) return refused('没有找到questestinterop文件', 'there is no questestinterop file')
  return ok({ items: into.items, stimuli: [], media: [...into.media.values()], losses: into.losses, faults: into.faults })
}

type Into = {
  readonly items: ExchangeItem[]
  readonly media: Map<string, ExchangeMedia>
  readonly losses: Loss[]
  readonly faults: ExchangeFault[]
  readonly used: Set<string>
}

function refused(zh: string, en: string): { readonly ok: false; readonly refusal: readonly ExchangeFault[] } {
  return { ok: false, refusal: [{ item: '', element: 'file', zh, en }] }
}

function xmlTexts(files: ReadonlyMap<string, Uint8Array>, aids: ReadingAids): (readonly [string, string])[] {
  return [...files].filter(([name]) => /\.(xml|qti)$/i.test(name)).map(([name, bytes]) => [name, aids.utf8.decode(bytes)] as const)
}

function readDocument(
  root: XmlElement,
  to: { readonly aids: ReadingAids; readonly files: ReadonlyMap<string, Uint8Array>; readonly into: Into },
): void {
  const { aids, files, into } = to
  for (const node of [...descendants(root)].filter(one => one.name === 'item')) {
    const notes = new Notes(codeOf(node, into.used))
    const item = itemOf({ node, notes, aids, files, media: into.media })
    if (item !== null) into.items.push(item)
    into.losses.push(...notes.losses)
    into.faults.push(...notes.faults)
  }
  for (const bank of [...descendants(root)].filter(one => one.name === 'selection_ordering'))
    if (childElements(bank).length > 0)
      into.losses.push({
        item: '',
        element: 'selection_ordering',
        kind: 'lost',
        zh: '抽题规则不导入，请在组卷方案中设置',
        en: 'selection rules are not imported; state them in a blueprint',
      })
}

function codeOf(node: XmlElement, used: Set<string>): string {
  const base = node.attributes['ident'] ?? `QTI12-${used.size + 1}`
  const code = used.has(base) ? `${base}-${used.size + 1}` : base
  used.add(code)
  return code
}

function itemOf(entry: Entry): ExchangeItem | null {
  const { node, notes } = entry
  const kind = fieldOf(node, 'question_type') || guessed(node)
  if (kind === 'text_only_question') {
    notes.lost('item', '说明文字不能成为试题', 'a text is no item')
    return null
  }
  const reader = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (reader === undefined) {
    notes.fault('question_type', `不支持的题型“${kind}”`, `the kind “${kind}” has no counterpart`)
    return null
  }
  const made = reader(entry)
  if (made === null) return null
  tellStrangers(entry)
  const points = Number(fieldOf(node, 'points_possible') || 'NaN')
  const marks = Number.isFinite(points) && points > 0 && points <= 10_000 ? hundredths(Math.round(points * 100)) : null
  return finishItem({ made, title: node.attributes['title'] ?? '', marks, stimulusId: null, facts: factsOf(node), notes })
}

/** Files without Canvas' field: by the controls they hold. */
function guessed(node: XmlElement): string {
  const names = new Set([...descendants(node)].map(one => one.name))
  if (names.has('response_lid'))
    return [...descendants(node)].filter(one => one.name === 'response_lid').length > 1 ? 'matching_question' : 'multiple_choice_question'
  if (names.has('response_str') || names.has('render_fib')) return names.has('varequal') ? 'short_answer_question' : 'essay_question'
  if (names.has('response_num')) return 'numerical_question'
  return names.has('presentation') ? 'text_only_question' : 'unknown'
}

const KNOWN = new Set(['itemmetadata', 'presentation', 'resprocessing', 'itemfeedback'])
const UNSEEN = [
  'matimage',
  'mataudio',
  'matvideo',
  'matapplet',
  'matapplication',
  'render_hotspot',
  'render_slider',
  'response_xy',
  'response_grp',
  'mat_extension',
]

function tellStrangers({ node, notes }: Entry): void {
  for (const child of childElements(node).filter(one => !KNOWN.has(one.name)))
    notes.lost(child.name, `元素<${child.name}>不予导入`, `the element <${child.name}> is not imported`)
  for (const name of UNSEEN)
    if ([...descendants(node)].some(one => one.name === name))
      notes.lost(name, `元素<${name}>不能显示`, `the element <${name}> cannot be shown`)
}
