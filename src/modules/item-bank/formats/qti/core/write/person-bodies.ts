import type { XmlElement } from '../../../../../../kernel/xml.ts'
import { EssayContent, EssayKey, FileAnswerContent, LabTaskContent, type Prose } from '../../../../../interactions/contract.ts'
import type { ExchangeItem } from '../../../../core/exchange/exchange-item.ts'
import { make } from '../../../../core/exchange/text/tree.ts'
import { type ItemBody, type Writing, responseName } from './body.ts'
import { proseTree } from './prose-tree.ts'
import { declaration } from './rules.ts'

type Documents = Pick<ExchangeItem, 'content' | 'key' | 'rubric'>

export function extendedText(type: 'short-answer' | 'essay', item: Documents, writing: Writing): ItemBody {
  const { stem, words } = EssayContent.parse(item.content)
  const node = make('extendedTextInteraction', {
    responseIdentifier: responseName(writing.suffix),
    expectedLength: words.most,
    'data-zhiheng-least': words.least ?? undefined,
    'data-zhiheng-type': type,
  })
  return byPerson({ stem, node, baseType: 'string' }, item, writing)
}

export function upload(item: Documents, writing: Writing): ItemBody {
  const { stem, accept, mostBytes, mostFiles } = FileAnswerContent.parse(item.content)
  const node = make('uploadInteraction', {
    responseIdentifier: responseName(writing.suffix),
    type: accept.join(' '),
    'data-zhiheng-most-bytes': mostBytes,
    'data-zhiheng-most-files': mostFiles,
  })
  return byPerson({ stem, node, baseType: 'file' }, item, writing)
}

type Control = { readonly stem: Prose; readonly node: XmlElement; readonly baseType: string }

function byPerson({ stem, node, baseType }: Control, item: Documents, writing: Writing): ItemBody {
  return {
    responses: [declaration({ identifier: responseName(writing.suffix), cardinality: 'single', baseType, values: [] })],
    counters: [],
    nodes: [...proseTree(stem, writing), node, scorerBlock(item, writing)],
    rules: [],
    byPerson: true,
  }
}

/** Reference and criteria as a rubric that only scorers see. */
function scorerBlock(item: Documents, writing: Writing): XmlElement {
  const { reference, criteria } = EssayKey.parse(item.key)
  const marks = (value: number) => ({ 'data-zhiheng-marks': value / 100 })
  const entries = criteria.map(criterion => {
    const levels = criterion.levels.map(level => make('li', marks(level.marks), [level.text]))
    return make('li', marks(criterion.marks), [criterion.text, ...(levels.length === 0 ? [] : [make('ul', {}, levels)])])
  })
  return make('rubricBlock', { view: 'scorer', use: 'scoring', 'data-zhiheng-criteria': 'true' }, [
    ...proseTree(reference, writing),
    make('ul', {}, entries),
  ])
}

/** Strangers see the brief; only we know the laboratory. */
export function labTask(item: Documents, writing: Writing): ItemBody {
  const { brief, scenario, scenarioVersion, task } = LabTaskContent.parse(item.content)
  const node = make('customInteraction', {
    responseIdentifier: responseName(writing.suffix),
    class: 'zhiheng-laboratory',
    'data-zhiheng-scenario': `${scenario}@${scenarioVersion}`,
    ...(task === null ? {} : { 'data-zhiheng-task': task }),
  })
  return {
    responses: [declaration({ identifier: responseName(writing.suffix), cardinality: 'single', baseType: 'string', values: [] })],
    counters: [],
    nodes: [...proseTree(brief, writing), node],
    rules: [],
    byPerson: true,
  }
}
