import { type XmlElement, childElements, descendants } from '../../../../../../kernel/xml.ts'
import { hundredths } from '../../../../../../kernel/marks.ts'
import { type Block, normalTree, qtiFaultText } from '../../../../../interactions/contract.ts'
import type { ExchangeFacts, ExchangeItem, ExchangeMedia } from '../../../../core/exchange/exchange-item.ts'
import type { ReadingAids } from '../../../../core/exchange/format.ts'
import { finishItem } from '../../../../core/exchange/made.ts'
import { Notes } from '../../../../core/exchange/notes.ts'
import { scaled } from '../../../../core/exchange/text/number-gap.ts'
import { element, textIn } from '../../../../core/exchange/text/tree.ts'
import { compareScoring } from '../proof/compare-scoring.ts'
import { declaredIn } from './declared.ts'
import { madeOfItem } from './made-of-item.ts'
import { type QtiEntry, type QtiMade, proseIn } from './qti-entry.ts'

export type ItemSource = {
  readonly root: XmlElement
  readonly code: string
  readonly aids: ReadingAids
  readonly fileAt: (address: string) => Uint8Array | undefined
  readonly media: Map<string, ExchangeMedia>
  readonly facts: ExchangeFacts
}
export type ReadItem = { readonly item: ExchangeItem | null; readonly notes: Notes; readonly stimulusHrefs: readonly string[] }

/** One `assessmentItem` of QTI 2 or `qti-assessment-item` of QTI 3. */
export function readItem(source: ItemSource): ReadItem {
  const notes = new Notes(source.code)
  const tree = normalTree(source.root)
  if (!tree.ok) {
    const text = qtiFaultText(tree.refusal)
    notes.fault(tree.refusal.element, text.zh, text.en)
    return { item: null, notes, stimulusHrefs: [] }
  }
  const stimulusHrefs = childElements(tree.value, 'assessmentStimulusRef').map(ref => ref.attributes['href'] ?? '')
  const body = element(tree.value, 'itemBody')
  if (body === undefined) {
    notes.fault('itemBody', '没有试题正文', 'there is no item body')
    return { item: null, notes, stimulusHrefs }
  }
  const entry: QtiEntry = { ...source, item: tree.value, original: source.root, body, declared: declaredIn(tree.value), notes }
  return { item: itemOf(entry, source.facts), notes, stimulusHrefs }
}

function itemOf(entry: QtiEntry, facts: ExchangeFacts): ExchangeItem | null {
  const { item, notes } = entry
  if (item.attributes['adaptive'] === 'true')
    notes.changed('adaptive', '自适应试题按一次作答导入', 'an adaptive item became one with a single attempt')
  if (childElements(item, 'templateDeclaration').length > 0) {
    notes.fault('templateDeclaration', '含随机变量的试题不能导入为固定试题', 'an item with template variables cannot become a fixed item')
    return null
  }
  const made = madeOfItem(entry)
  if (made === null) return null
  tellStrangers(entry)
  const rubric = rubricOf(entry, made)
  const explanation = explanationOf(entry)
  const key = explanation === null ? made.key : { ...(made.key as object), explanation }
  const title = item.attributes['title'] ?? ''
  return finishItem({
    made: { ...made, key, rubric },
    title: title === notes.item ? '' : title,
    marks: marksOf(item),
    stimulusId: null,
    facts,
    notes,
  })
}

/** The rubric that agrees best with the item's own rules; every difference that is left is told with its number. */
function rubricOf(entry: QtiEntry, made: QtiMade) {
  const { notes } = entry
  const seen = compareScoring(entry.original, made)
  switch (seen.kind) {
    case 'not-compared':
      if (made.rubrics.length > 0 || hasRules(entry.item)) tellUncompared(entry, made)
      return made.rubric
    case 'fault':
      notes.changed(
        'responseProcessing',
        `试题自己的评分规则不能执行，改用本题型的规则：${seen.zh}`,
        `the item’s own rules cannot be run, the type’s rules are used: ${seen.en}`,
      )
      return made.rubrics[0] ?? made.rubric
    case 'compared':
      if (seen.different > 0)
        notes.changed(
          'responseProcessing',
          `评分规则不能完全对应：比较${seen.compared}种作答，${seen.different}种得分不同`,
          `the rules differ: of ${seen.compared} responses compared, ${seen.different} score differently`,
        )
      return seen.rubric
  }
}

const hasRules = (item: XmlElement) => childElements(item, 'responseProcessing').some(node => childElements(node).length > 0)

function tellUncompared({ notes }: QtiEntry, made: QtiMade): void {
  if (made.rubrics.length > 0 && made.responses.length === 0)
    notes.changed('responseProcessing', '评分规则未能比较，改用本题型的规则', 'the rules could not be compared; those of the type are used')
}

/** Full marks: the normal maximum of SCORE, or the default of MAXSCORE. */
function marksOf(item: XmlElement) {
  const outcome = (identifier: string) =>
    childElements(item, 'outcomeDeclaration').find(node => node.attributes['identifier'] === identifier)
  const text = outcome('SCORE')?.attributes['normalMaximum'] ?? textIn(element(element(outcome('MAXSCORE'), 'defaultValue'), 'value'))
  const read = text === '' ? null : scaled(text)
  if (read === null || read.digits <= 0n || read.decimals > 10) return null
  const value = read.decimals <= 2 ? read.digits * 10n ** BigInt(2 - read.decimals) : read.digits / 10n ** BigInt(read.decimals - 2)
  return value > 0n && value <= 1_000_000n ? hundredths(Number(value)) : null
}

/** Feedback as the explanation: our own is marked, others are joined and told. */
function explanationOf(entry: QtiEntry): Block[] | null {
  const { item, notes } = entry
  const nodes = [...descendants(item)].filter(
    node => node.name === 'modalFeedback' || node.name === 'feedbackBlock' || node.name === 'feedbackInline',
  )
  if (nodes.length > 1)
    notes.changed('modalFeedback', '按情形分列的反馈合并为解析', 'feedback for different cases was joined into the explanation')
  const blocks = nodes.flatMap(node =>
    proseIn(
      entry,
      node.children.flatMap(child => (typeof child !== 'string' && child.name === 'contentBody' ? child.children : [child])),
      node.name,
    ),
  )
  return blocks.length === 0 ? null : blocks
}

const KNOWN = new Set(
  'responseDeclaration outcomeDeclaration contextDeclaration templateProcessing assessmentStimulusRef stylesheet itemBody responseProcessing modalFeedback'.split(
    ' ',
  ),
)

function tellStrangers({ item, body, notes }: QtiEntry): void {
  for (const child of childElements(item))
    if (!KNOWN.has(child.name)) notes.lost(child.name, `元素<${child.name}>不予导入`, `the element <${child.name}> is not imported`)
  if (childElements(item, 'stylesheet').length > 0) notes.lost('stylesheet', '样式表不予导入', 'style sheets are not imported')
  for (const block of childElements(body, 'rubricBlock'))
    if (!/scorer|author/.test(block.attributes['view'] ?? ''))
      notes.lost('rubricBlock', '给考生的说明请并入题干', 'instructions to candidates are not kept; put them into the stem')
}
