import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import {
  type PackageBody,
  type PackageItem,
  type PackageMedia,
  type PaperPackage,
  type Sha256,
  type Stimulus,
  finishPackage,
} from '../../../delivery/contract.ts'
import { type BankItem, TYPE_NAMES } from '../../../item-bank/contract.ts'
import { INTERACTION_TYPES, type InteractionType, type Prose } from '../../../interactions/contract.ts'
import type { Form } from './form.ts'

/** Public content of an item version, stripped by the item bank. */
export type PublicContents = ReadonlyMap<string, Readonly<Record<string, unknown>>>
/** What a package holds beside the items themselves. */
export type PackageParts = {
  readonly contents: PublicContents
  /** The material of an item version, where it has one. */
  readonly stimuli: ReadonlyMap<string, { readonly stimulusVersionId: string; readonly prose: Prose }>
  readonly media: readonly PackageMedia[]
  /** The document each task of the laboratory among the items is played with, by its SHA-256. */
  readonly laboratory: readonly { readonly task: string; readonly document: string }[]
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五']
/** The types of candidates' papers in the order in which they stand: the three usual ones first. */
const ORDER: readonly InteractionType[] = INTERACTION_TYPES
const INSTRUCTIONS: Readonly<Record<InteractionType, string>> = {
  'single-choice': '每题的备选项中只有一个最符合题意，选对得分，错选、不选不得分。',
  'multiple-choice': '每题的备选项中有两个或两个以上符合题意，全部选对得分，错选、少选、多选、不选均不得分，另有说明的除外。',
  'true-false': '判断下列说法是否正确，判断正确得分，判断错误、不判断不得分，也不倒扣分。',
  blank: '在空白处填写答案，每空按填写是否正确计分。',
  'inline-choice': '在文中每处选出正确的一项，按处计分。',
  'table-fill': '按材料填写单证或表格，每空按填写是否正确计分。',
  matching: '把左右两列中相对应的项目配对，按对计分。',
  ordering: '按题目要求把各项排成正确的顺序。',
  'hot-area': '在图上点选符合题意的位置。',
  'short-answer': '用简要文字回答，由考评员按评分标准评分。',
  essay: '结合实际论述，由考评员按评分标准评分。',
  'file-answer': '按要求完成后上传文件，由考评员按评分标准评分。',
  'lab-task': '在实验环境中完成操作，按操作结果计分。',
  case: '阅读案例材料，完成各小题。',
}
const WITH_STIMULUS = {
  sectionId: 'stimulus',
  title: '材料题',
  instructions: '先阅读材料，再完成其后的各题；每题的作答要求与同题型相同。',
} as const

/**
 * The sealed package a site plays: the form's items in a section for each type, items that share material together in the last one,
 * with public contents only. It is the same text every time it is built, so that its digest identifies the form.
 */
export function formPackage(form: Form, items: readonly BankItem[], parts: PackageParts, sha256: Sha256): PaperPackage {
  const placed = placedItems(form, items, parts)
  const sections = sectionsOf(placed).map((section, at) => ({ ...section, title: `${NUMERALS[at] ?? at + 1}、${section.title}` }))
  const { formId, editionId, level, title, minutes, part } = form
  const stimuli = [...new Set(placed.flatMap(item => item.stimulusId ?? []))]
  const body: PackageBody = {
    version: 1,
    packageId: formId,
    editionId,
    level,
    paper: part,
    title,
    minutes,
    sections,
    media: parts.media.toSorted((a, b) => (a.media < b.media ? -1 : 1)),
    stimuli: stimuli.map((id, at) => stimulusOf(parts, id, at)),
    laboratory: parts.laboratory.map(({ task, document }) => ({ task, sha256: document })).toSorted((a, b) => (a.task < b.task ? -1 : 1)),
  }
  return finishPackage(body, sha256)
}

function placedItems(form: Form, items: readonly BankItem[], { contents, stimuli }: PackageParts): PackageItem[] {
  const byVersion = new Map(items.map(item => [item.itemVersionId as string, item]))
  return form.places.map(place => {
    const item = byVersion.get(place.itemVersionId)
    const content = contents.get(place.itemVersionId)
    if (item === undefined || content === undefined)
      throw new Error(`form ${form.formId} names the unknown item version ${place.itemVersionId}`)
    return {
      type: item.type,
      itemId: item.itemId,
      itemVersionId: place.itemVersionId,
      marks: place.marks,
      area: place.path[0] ?? '',
      content,
      stimulusId: stimuli.get(place.itemVersionId)?.stimulusVersionId ?? null,
    }
  })
}

function sectionsOf(placed: readonly PackageItem[]): PackageBody['sections'] {
  const alone = placed.filter(item => item.stimulusId === null)
  const sections = ORDER.filter(type => alone.some(item => item.type === type)).map(type => ({
    sectionId: type as string,
    title: TYPE_NAMES[type].zh,
    instructions: `${marksOfEach(alone.filter(item => item.type === type))}${INSTRUCTIONS[type]}`,
    items: alone.filter(item => item.type === type),
  }))
  const groups = Map.groupBy(
    placed.filter(item => item.stimulusId !== null),
    item => item.stimulusId,
  )
  return groups.size === 0 ? sections : [...sections, { ...WITH_STIMULUS, items: [...groups.values()].flat() }]
}

/** Says the marks where all items of a section bring the same. */
function marksOfEach(items: readonly PackageItem[]): string {
  const [first, ...others] = [...new Set(items.map(item => item.marks))]
  return first === undefined || others.length > 0 ? '' : `每题${showMarks(hundredths(first))}分。`
}

function stimulusOf({ stimuli }: PackageParts, stimulusId: string, at: number): Stimulus {
  const found = [...stimuli.values()].find(each => each.stimulusVersionId === stimulusId)
  if (found === undefined) throw new Error(`no stimulus ${stimulusId}`)
  return { stimulusId, title: `材料${NUMERALS[at] ?? at + 1}`, prose: found.prose }
}
