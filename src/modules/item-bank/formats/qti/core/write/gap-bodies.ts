import type { XmlElement } from '../../../../../../kernel/xml.ts'
import {
  BlankContent,
  BlankKey,
  GapRubric,
  InlineChoiceContent,
  InlineChoiceKey,
  TableFillContent,
  TableFillKey,
  type WrittenGap,
  type WrittenGapKey,
} from '../../../../../interactions/contract.ts'
import type { ExchangeItem } from '../../../../core/exchange/exchange-item.ts'
import type { Notes } from '../../../../core/exchange/notes.ts'
import { make } from '../../../../core/exchange/text/tree.ts'
import { type ItemBody, type Writing, counterName, nameOf, responseName } from './body.ts'
import { proseTree, tableTree } from './prose-tree.ts'
import { base, correct, count, declaration, op, set, shareRule, variable, when } from './rules.ts'

type Documents = Pick<ExchangeItem, 'content' | 'key' | 'rubric'>

export function inlineChoice(item: Documents, writing: Writing): ItemBody {
  const { stem, gaps } = InlineChoiceContent.parse(item.content)
  const { gaps: keys } = InlineChoiceKey.parse(item.key)
  const nodes = new Map(
    gaps.map(gap => {
      const choices = gap.options.map(option => make('inlineChoice', { identifier: nameOf(option.id) }, [option.text]))
      return [
        gap.id,
        make('inlineChoiceInteraction', { responseIdentifier: responseName(writing.suffix, gap.id), shuffle: 'false' }, choices),
      ]
    }),
  )
  const responses = keys.map(key =>
    declaration({
      identifier: responseName(writing.suffix, key.id),
      cardinality: 'single',
      baseType: 'identifier',
      values: [nameOf(key.optionId)],
    }),
  )
  const rightAt = (id: string) => op('match', variable(responseName(writing.suffix, id)), correct(responseName(writing.suffix, id)))
  return {
    ...scored(
      item,
      keys.map(key => ({ id: key.id, right: rightAt(key.id) })),
      writing,
    ),
    responses,
    nodes: proseTree(stem, { ...writing, gap: id => nodes.get(id) ?? '' }),
  }
}

export function blank(item: Documents, writing: Writing, notes: Notes): ItemBody {
  const { stem, gaps } = BlankContent.parse(item.content)
  const keys = BlankKey.parse(item.key).gaps
  return { ...written(item, { gaps, keys, notes }, writing), nodes: proseTree(stem, { ...writing, gap: gapNode(gaps, writing) }) }
}

export function tableFill(item: Documents, writing: Writing, notes: Notes): ItemBody {
  const { stem, table, gaps } = TableFillContent.parse(item.content)
  const keys = TableFillKey.parse(item.key).gaps
  const rows = tableTree([table.head, ...table.rows], { ...writing, gap: gapNode(gaps, writing) })
  return { ...written(item, { gaps, keys, notes }, writing), nodes: [...proseTree(stem, writing), rows] }
}

const WIDTHS = { small: 6, medium: 12, large: 24 } as const

function gapNode(gaps: readonly WrittenGap[], { suffix }: Writing): (id: string) => XmlElement {
  return id => {
    const gap = gaps.find(one => one.id === id)
    return make('textEntryInteraction', {
      responseIdentifier: responseName(suffix, id),
      expectedLength: WIDTHS[gap?.width ?? 'medium'],
      'data-zhiheng-unit': gap?.unit ?? undefined,
    })
  }
}

type Gaps = { readonly gaps: readonly WrittenGap[]; readonly keys: readonly WrittenGapKey[]; readonly notes: Notes }

/** Accepted texts are compared as they stand, numbers by tolerance: other programs read less kindly than we do, and that is told. */
function written(item: Documents, { keys, notes }: Gaps, writing: Writing): Omit<ItemBody, 'nodes'> {
  notes.changed(
    'textEntryInteraction',
    '全角、中文数字、单位等写法在其他系统中可能不被接受',
    'full-width, Chinese-numeral and unit forms may not be accepted by other programs',
  )
  const responses = keys.map(key => {
    const identifier = responseName(writing.suffix, key.id)
    const values = [key.kind === 'number' ? key.value : (key.accept[0] ?? '')]
    if (key.kind === 'number') return declaration({ identifier, cardinality: 'single', baseType: 'float', values })
    const entries = key.accept.map(text => make('mapEntry', { mapKey: text, mappedValue: 1, caseSensitive: String(!key.ignoreCase) }))
    return declaration({ identifier, cardinality: 'single', baseType: 'string', values }, make('mapping', { defaultValue: 0 }, entries))
  })
  return {
    ...scored(
      item,
      keys.map(key => ({ id: key.id, right: rightGap(key, writing) })),
      writing,
    ),
    responses,
  }
}

function rightGap(key: WrittenGapKey, { suffix }: Writing): XmlElement {
  const given = variable(responseName(suffix, key.id))
  if (key.kind === 'number') {
    const tolerance = `${key.tolerance} ${key.tolerance}`
    const mode = Number(key.tolerance) === 0 ? { toleranceMode: 'exact' } : { toleranceMode: 'absolute', tolerance }
    return make('equal', mode, [given, base('float', key.value)])
  }
  return op('or', ...key.accept.map(text => make('stringMatch', { caseSensitive: String(!key.ignoreCase) }, [given, base('string', text)])))
}

type Right = { readonly id: string; readonly right: XmlElement }

function scored(item: Documents, gaps: readonly Right[], writing: Writing): Pick<ItemBody, 'counters' | 'rules' | 'byPerson'> {
  const { shares, credit } = GapRubric.parse(item.rubric)
  const share = (id: string) => shares.find(one => one.id === id)?.share ?? 1
  const of = gaps.reduce((sum, gap) => sum + share(gap.id), 0)
  const counter = counterName(writing.suffix)
  const counts = gaps.map(gap => count(counter, gap.right, share(gap.id)))
  const all = make('equal', { toleranceMode: 'exact' }, [variable(counter), base('float', of)])
  const whole = when(all, [set('SCORE', base('float', writing.max / 100))], [set('SCORE', base('float', 0))])
  return {
    counters: [counter],
    rules: [...counts, credit === 'per-gap' ? shareRule(variable(counter), of, writing.max) : whole],
    byPerson: false,
  }
}
