import { type XmlElement, descendants } from '../../../../kernel/xml.ts'
import { placeId } from '../../core/exchange/text/letters.ts'
import type { Made } from '../../core/exchange/made.ts'
import { numberGap } from '../../core/exchange/text/number-gap.ts'
import { element } from '../../core/exchange/text/tree.ts'
import { type Entry, lineIn, proseIn } from './entry.ts'
import { explanationOf } from './explanation.ts'
import { conditionsOf, rewarding } from './scoring.ts'

const presentationOf = (entry: Entry) => element(entry.node, 'presentation')
const lists = (entry: Entry) => [...descendants(entry.node)].filter(one => one.name === 'response_lid')
const GAPS = { version: 1, shares: [], credit: 'per-gap' }

type Label = { readonly ident: string; readonly text: string; readonly fixed: boolean }

function labelsOf(entry: Entry, list: XmlElement): Label[] {
  const render = element(list, 'render_choice')
  const stays = (render?.attributes['shuffle'] ?? '').toLowerCase() === 'no'
  return [...descendants(list)]
    .filter(one => one.name === 'response_label')
    .map(label => ({
      ident: label.attributes['ident'] ?? '',
      text: lineIn(entry, label, 'response_label'),
      fixed: stays || (label.attributes['rshuffle'] ?? 'Yes') === 'No',
    }))
}

/** Choices: one right label is a single choice; `and` of several labels is a multiple choice. */
export function choiceOf(entry: Entry): Made | null {
  const { node, notes } = entry
  const [list, more] = lists(entry)
  if (list === undefined || more !== undefined) return unfit(entry, '选择题应恰好有一组选项', 'a choice has exactly one list of options')
  const labels = labelsOf(entry, list)
  const best = rewarding(conditionsOf(node)).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]
  const right = (best?.asked ?? []).filter(one => one.kind === 'varequal').map(one => one.value)
  const several = (list.attributes['rcardinality'] ?? 'Single') === 'Multiple'
  const adding = rewarding(conditionsOf(node)).filter(condition => condition.adds)
  const all = several && adding.length > 1 ? adding.flatMap(condition => condition.asked.map(one => one.value)) : right
  const idOf = (ident: string) => placeId(labels.findIndex(label => label.ident === ident))
  if (all.length === 0 || all.some(ident => !labels.some(label => label.ident === ident)))
    return unfit(entry, '没有说明哪个选项正确', 'no condition says which option is right')
  const options = labels.map((label, at) => ({ id: placeId(at), text: label.text, pinned: label.fixed }))
  const stem = proseIn(entry, presentationOf(entry), 'presentation')
  const explanation = explanationOf(entry)
  if (!several) {
    const kept = isVerdict(entry, labels) ? verdict(labels, right[0] ?? '') : null
    if (kept !== null)
      return { type: 'true-false', content: { version: 2, stem }, key: { version: 1, verdict: kept, explanation }, rubric: {} }
    if (rewarding(conditionsOf(node)).length > 1)
      notes.lost('respcondition', '得部分分的选项按错误处理', 'options with part of the marks count as wrong')
    return {
      type: 'single-choice',
      content: { version: 2, stem, options },
      key: { version: 1, optionId: idOf(right[0] ?? ''), explanation },
      rubric: {},
    }
  }
  const credit = adding.length > 1 ? 'per-option' : 'all-or-nothing'
  return {
    type: 'multiple-choice',
    content: { version: 2, stem, options },
    key: { version: 1, optionIds: all.map(idOf), explanation },
    rubric: { version: 1, credit, wrongCost: 100 },
  }
}

const TRUE = ['true', '对', '正确']
const FALSE = ['false', '错', '错误']
const isVerdict = (entry: Entry, labels: readonly Label[]) =>
  labels.length === 2 &&
  labels.every(label => [...TRUE, ...FALSE].includes(label.text.toLowerCase())) &&
  labels[0]?.text !== labels[1]?.text &&
  entry.node.name === 'item'

function verdict(labels: readonly Label[], ident: string): 'true' | 'false' {
  const text = labels.find(label => label.ident === ident)?.text.toLowerCase() ?? ''
  return TRUE.includes(text) ? 'true' : 'false'
}

/** `matching_question`: one list for each left entry, all with the same labels. */
export function matchingOf(entry: Entry): Made | null {
  const found = lists(entry).map(list => ({
    ident: list.attributes['ident'] ?? '',
    text: lineIn(entry, list, 'response_lid'),
    labels: labelsOf(entry, list),
  }))
  const texts = [...new Set(found.flatMap(one => one.labels.map(label => label.text)))]
  const right = texts.map((text, at) => ({ id: `r${at + 1}`, text }))
  const left = found.map((one, at) => ({ id: `l${at + 1}`, text: one.text }))
  const asked = rewarding(conditionsOf(entry.node)).flatMap(condition => condition.asked)
  const pairs = found.flatMap((one, at) => {
    const ident = asked.find(value => value.respident === one.ident)?.value
    const text = one.labels.find(label => label.ident === ident)?.text
    const partner = right.find(side => side.text === text)
    return partner === undefined ? [] : [{ left: `l${at + 1}`, right: partner.id }]
  })
  if (pairs.length < left.length || left.length === 0) return unfit(entry, '有的项没有对应的答案', 'an entry has no partner')
  const reuse = new Set(pairs.map(pair => pair.right)).size < pairs.length
  return {
    type: 'matching',
    content: { version: 1, stem: proseIn(entry, presentationOf(entry), 'presentation'), left, right, reuse },
    key: { version: 1, pairs, explanation: explanationOf(entry) },
    rubric: { version: 1, credit: 'per-pair' },
  }
}

/** `multiple_dropdowns_question`, `fill_in_multiple_blanks_question`: `[name]` in the text is the gap of list `response_name`. */
export function gapsOf(entry: Entry, written: boolean): Made | null {
  const found = lists(entry).map((list, at) => ({ id: `g${at + 1}`, ident: list.attributes['ident'] ?? '', labels: labelsOf(entry, list) }))
  const names = new Map(found.map(gap => [gap.ident.replace(/^response_/, ''), gap.id]))
  const mark = (text: string) =>
    text.replaceAll(/\[([^[\]\s]{1,60})\]/g, (whole, name: string) => (names.has(name) ? `{{${names.get(name)}}}` : whole))
  const stem = proseIn(entry, presentationOf(entry), 'presentation', mark)
  const asked = rewarding(conditionsOf(entry.node)).flatMap(condition => condition.asked)
  const explanation = explanationOf(entry)
  if (written) {
    const keys = found.map(gap => ({
      id: gap.id,
      kind: 'text',
      accept: [...new Set(gap.labels.map(label => label.text))],
      ignoreCase: true,
      ignoreSpace: true,
    }))
    const gaps = found.map(gap => ({ id: gap.id, kind: 'text', unit: null, width: 'medium' }))
    return { type: 'blank', content: { version: 1, stem, gaps }, key: { version: 1, gaps: keys, explanation }, rubric: GAPS }
  }
  const gaps = found.map(gap => ({ id: gap.id, options: gap.labels.map((label, at) => ({ id: placeId(at), text: label.text })) }))
  const keys = found.map(gap => {
    const ident = asked.find(one => one.respident === gap.ident)?.value
    return { id: gap.id, optionId: placeId(gap.labels.findIndex(label => label.ident === ident)) }
  })
  return { type: 'inline-choice', content: { version: 1, stem, gaps }, key: { version: 1, gaps: keys, explanation }, rubric: GAPS }
}

/** `short_answer_question`: every value that brings marks is accepted. */
export function shortTextOf(entry: Entry): Made | null {
  const accept = [...new Set(rewarding(conditionsOf(entry.node)).flatMap(one => one.asked.map(asked => asked.value)))].filter(
    text => text !== '',
  )
  if (accept.length === 0) return unfit(entry, '没有可接受的写法', 'nothing is accepted')
  return oneGap(entry, 'text', { kind: 'text', accept, ignoreCase: true, ignoreSpace: true })
}

/** `numerical_question`: an exact value with a margin, or a range. */
export function numberOf(entry: Entry): Made | null {
  const [first, ...others] = rewarding(conditionsOf(entry.node))
  if (others.length > 0) entry.notes.lost('respcondition', '只保留第一个正确数值', 'only the first right number is kept')
  const value = (kind: string) => first?.asked.find(one => one.kind === kind)?.value
  const [low, high] = [value('vargte') ?? value('vargt'), value('varlte') ?? value('varlt')]
  const read = numberGap(low !== undefined && high !== undefined ? `${low}..${high}` : (value('varequal') ?? ''))
  if (read === null) return unfit(entry, '数值条件不能识别', 'the number is not understood')
  return oneGap(entry, 'number', { kind: 'number', ...read, units: [] })
}

function oneGap(entry: Entry, kind: 'text' | 'number', key: object): Made {
  const stem = proseIn(entry, presentationOf(entry), 'presentation')
  return {
    type: 'blank',
    content: {
      version: 1,
      stem: [...stem, { kind: 'paragraph', text: '{{g1}}' }],
      gaps: [{ id: 'g1', kind, unit: null, width: 'medium' }],
    },
    key: { version: 1, gaps: [{ id: 'g1', ...key }], explanation: explanationOf(entry) },
    rubric: GAPS,
  }
}

/** `essay_question`, `file_upload_question`. */
export function writtenOf(entry: Entry, files: boolean): Made {
  const stem = proseIn(entry, presentationOf(entry), 'presentation')
  entry.notes.changed('criteria', '没有评分标准，请补写', 'there are no criteria; add them')
  const key = {
    version: 1,
    reference: '（导入的试题没有参考答案，请补写）',
    criteria: [{ id: 'c1', text: '内容完整、表述准确', marks: 100 }],
    explanation: explanationOf(entry),
  }
  const accept = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain']
  return files
    ? { type: 'file-answer', content: { version: 1, stem, accept, mostBytes: 5 * 1024 * 1024, mostFiles: 1 }, key, rubric: {} }
    : { type: 'essay', content: { version: 1, stem, words: { least: null, most: 1000 } }, key, rubric: {} }
}

function unfit({ notes }: Entry, zh: string, en: string): null {
  notes.fault('item', zh, en)
  return null
}
