import { type XmlElement, childElements } from '../../../../kernel/xml.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import {
  type ExchangeFault,
  type ExchangeItem,
  type ExchangeMedia,
  type Imported,
  type Loss,
  NO_FACTS,
} from '../../core/exchange/exchange-item.ts'
import type { FormatSource, ReadingAids } from '../../core/exchange/format.ts'
import { type Made, finishItem } from '../../core/exchange/made.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { scaled } from '../../core/exchange/text/number-gap.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'
import { choiceOf, matchingOf, orderingOf, verdictOf } from './choices.ts'
import { essayOf, numberOf, shortTextOf } from './entries.ts'
import type { Entry } from './envelope.ts'
import { factsOf } from './facts.ts'
import { clozeOf, gapChoiceOf } from './gap-texts.ts'

const READERS: Readonly<Record<string, (entry: Entry) => Made | null>> = {
  multichoice: choiceOf,
  truefalse: verdictOf,
  matching: matchingOf,
  ddmatch: matchingOf,
  ordering: orderingOf,
  shortanswer: shortTextOf,
  numerical: numberOf,
  essay: essayOf,
  cloze: clozeOf,
  multianswer: clozeOf,
  gapselect: gapChoiceOf,
  ddwtos: gapChoiceOf,
}

/** Reads Moodle XML. Kinds that have no counterpart are faults that name them; categories and descriptions are told as lost. */
export function readMoodle(source: FormatSource, aids: ReadingAids): Result<Imported, readonly ExchangeFault[]> {
  if (source.kind !== 'text') return refused('Moodle XML是单个XML文件', 'Moodle XML is one XML file')
  const tree = aids.readXml(source.text)
  if (!tree.ok) return refused(tree.refusal.zh, tree.refusal.en)
  if (tree.value.name !== 'quiz') return refused(`根元素是<${tree.value.name}>，不是<quiz>`, `the root is <${tree.value.name}>, not <quiz>`)
  const media = new Map<string, ExchangeMedia>()
  const items: ExchangeItem[] = []
  const losses: Loss[] = []
  const faults: ExchangeFault[] = []
  const used = new Set<string>()
  childElements(tree.value, 'question').forEach((node, at) => {
    const notes = new Notes(codeOf(node, at, used))
    const item = itemOf({ node, notes, aids, media })
    if (item !== null) items.push(item)
    losses.push(...notes.losses)
    faults.push(...notes.faults)
  })
  return ok({ items, stimuli: [], media: [...media.values()], losses, faults })
}

function refused(zh: string, en: string): { readonly ok: false; readonly refusal: readonly ExchangeFault[] } {
  return { ok: false, refusal: [{ item: '', element: 'file', zh, en }] }
}

/** The id number, or a short unique name, or the place in the file. */
function codeOf(node: XmlElement, at: number, used: Set<string>): string {
  const wanted = [textIn(element(node, 'idnumber')), textIn(element(node, 'name'))].find(text => /^[\w.\-一-鿿]{1,60}$/.test(text))
  const base = wanted ?? `MOODLE-${String(at + 1).padStart(3, '0')}`
  const code = used.has(base) ? `${base}-${at + 1}` : base
  used.add(code)
  return code
}

function itemOf(entry: Entry): ExchangeItem | null {
  const { node, notes } = entry
  const kind = node.attributes['type'] ?? ''
  if (kind === 'category' || kind === 'description') {
    notes.lost(
      `question type="${kind}"`,
      kind === 'category' ? '类别请改用鉴定点' : '说明文字不能成为试题',
      kind === 'category' ? 'categories are replaced by assessment points' : 'a description is no item',
    )
    return null
  }
  const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined
  if (reader === undefined) {
    notes.fault(`question type="${kind}"`, `不支持的题型“${kind}”`, `the kind “${kind}” has no counterpart`)
    return null
  }
  const made = reader(entry)
  if (made === null) return null
  tellStrangers(entry)
  const title = textIn(element(node, 'name'))
  return finishItem({
    made,
    title: title === notes.item ? '' : title,
    marks: marksOf(node, notes),
    stimulusId: null,
    facts: factsOf(node) ?? NO_FACTS,
    notes,
  })
}

function marksOf(node: XmlElement, notes: Notes) {
  const text = textIn(element(node, 'defaultgrade'))
  const read = text === '' ? null : scaled(text)
  if (read === null) return null
  const inHundredths = read.decimals <= 2 ? read.digits * 10n ** BigInt(2 - read.decimals) : read.digits / 10n ** BigInt(read.decimals - 2)
  if (inHundredths <= 0n || inHundredths > 1_000_000n) {
    notes.changed('defaultgrade', `分值${text}不能使用`, `the marks ${text} cannot be used`)
    return null
  }
  return hundredths(Number(inHundredths))
}

const KNOWN = new Set(
  `name questiontext generalfeedback defaultgrade penalty hidden idnumber single shuffleanswers answernumbering showstandardinstruction
  correctfeedback partiallycorrectfeedback incorrectfeedback shownumcorrect answer hint tags usecase units unitgradingtype unitpenalty
  showunits unitsleft subquestion selectoption dragbox responseformat responserequired responsefieldlines minwordlimit maxwordlimit
  attachments attachmentsrequired maxbytes filetypeslist graderinfo responsetemplate layouttype selecttype selectcount gradingtype
  showgrading numberingstyle`.split(/\s+/),
)
const DROPPED = new Set(['responsetemplate', 'penalty'])

/** Whatever stands in an entry and is not read is told. */
function tellStrangers({ node, notes }: Entry): void {
  for (const child of childElements(node)) {
    const filled = textIn(child)
    if (!KNOWN.has(child.name)) notes.lost(child.name, `元素<${child.name}>不予导入`, `the element <${child.name}> is not imported`)
    else if (DROPPED.has(child.name) && filled !== '' && Number(filled) !== 0)
      notes.lost(child.name, `<${child.name}>不保留`, `<${child.name}> is not kept`)
  }
}
