import { type XmlElement, childElements, descendants } from '../../../../../../kernel/xml.ts'
import type { Block } from '../../../../../interactions/contract.ts'
import { scaled } from '../../../../core/exchange/text/number-gap.ts'
import { textIn } from '../../../../core/exchange/text/tree.ts'
import { type QtiEntry, type QtiMade, proseIn, stemOf } from './qti-entry.ts'

const BY_PERSON = { rubric: {}, rubrics: [], given: () => ({}), responses: [] } as const
const FILE_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain']

/** `extendedTextInteraction`: short where fewer than about 400 characters are expected. */
export function extendedTextOf(entry: QtiEntry, interaction: XmlElement): QtiMade {
  const length = Number(interaction.attributes['expectedLength'] ?? '0') || 0
  const least = Number(interaction.attributes['data-zhiheng-least'] ?? '0') || null
  const most = Math.min(3000, Math.max(1, length > 0 ? length : 1000))
  const named = interaction.attributes['data-zhiheng-type']
  const isEssay = named === undefined ? length === 0 || length > 400 : named === 'essay'
  return {
    type: isEssay ? 'essay' : 'short-answer',
    content: { version: 1, stem: stemOf(entry, interaction), words: { least, most } },
    key: criteriaOf(entry),
    ...BY_PERSON,
  }
}

/** `uploadInteraction`. */
export function uploadOf(entry: QtiEntry, interaction: XmlElement): QtiMade {
  const types = (interaction.attributes['type'] ?? '').split(/\s+/).filter(type => type.includes('/'))
  if (types.length === 0)
    entry.notes.changed('uploadInteraction', '未限定文件类型，改为常用类型，请核对', 'no kind of file was named; the usual ones are taken')
  const own = (name: string, otherwise: number) => Number(interaction.attributes[`data-zhiheng-${name}`] ?? otherwise)
  return {
    type: 'file-answer',
    content: {
      version: 1,
      stem: stemOf(entry, interaction),
      accept: types.length === 0 ? FILE_TYPES : types,
      mostBytes: own('most-bytes', 5 * 1024 * 1024),
      mostFiles: own('most-files', 1),
    },
    key: criteriaOf(entry),
    ...BY_PERSON,
  }
}

/** `rubricBlock` for scorers: our own carry a list of criteria; another one is the reference as a whole. */
function criteriaOf(entry: QtiEntry) {
  const blocks = [...descendants(entry.body)].filter(
    node => node.name === 'rubricBlock' && /scorer|author/.test(node.attributes['view'] ?? ''),
  )
  const [own] = blocks.filter(block => block.attributes['data-zhiheng-criteria'] === 'true')
  const reference = blocks.flatMap(block =>
    proseIn(
      entry,
      block.children.filter(child => typeof child === 'string' || child.name !== 'ul'),
      'rubricBlock',
    ),
  )
  const criteria = own === undefined ? [] : listed(own)
  if (criteria.length === 0) entry.notes.changed('rubricBlock', '没有逐条的评分标准，请补写', 'there are no single criteria; add them')
  return {
    version: 1,
    reference: reference.length > 0 ? reference : ([{ kind: 'paragraph', text: '（导入的试题没有参考答案，请补写）' }] satisfies Block[]),
    criteria: criteria.length > 0 ? criteria : [{ id: 'c1', text: '内容完整、表述准确', marks: 100, levels: [] }],
    explanation: null,
  }
}

function listed(block: XmlElement) {
  const lists = childElements(block, 'ul')
  return lists.flatMap(list =>
    childElements(list, 'li').flatMap((entry, at) => {
      const marks = inHundredths(entry.attributes['data-zhiheng-marks'] ?? '')
      const levels = childElements(entry, 'ul')
        .flatMap(inner => childElements(inner, 'li'))
        .map(level => ({ marks: inHundredths(level.attributes['data-zhiheng-marks'] ?? '') ?? 0, text: textIn(level) }))
      const text = entry.children
        .map(child => (typeof child === 'string' ? child : ''))
        .join('')
        .trim()
      return marks === null || text === '' ? [] : [{ id: `c${at + 1}`, text, marks, levels }]
    }),
  )
}

function inHundredths(text: string): number | null {
  const read = scaled(text)
  return read === null || read.decimals > 2 ? null : Number(read.digits * 10n ** BigInt(2 - read.decimals))
}
