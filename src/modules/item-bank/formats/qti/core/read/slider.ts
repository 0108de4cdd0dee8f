import type { XmlElement } from '../../../../../../kernel/xml.ts'
import { numberGap } from '../../../../core/exchange/text/number-gap.ts'
import { missing } from './choices.ts'
import { rightOf } from './declared.ts'
import { type QtiEntry, type QtiMade, responseOf, stemOf } from './qti-entry.ts'

/** `sliderInteraction`: a number to be written. */
export function sliderOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  entry.notes.changed('sliderInteraction', '滑块改写为填空', 'the slider became a gap to write into')
  const text = rightOf(response)[0] ?? ''
  const read = numberGap(text)
  if (read === null) {
    entry.notes.fault('correctResponse', `数值“${text}”不能识别`, `the number “${text}” is not understood`)
    return null
  }
  const stem = [...stemOf(entry, interaction), { kind: 'paragraph' as const, text: '{{g1}}' }]
  const numbers = [
    read.value,
    String(Number(interaction.attributes['lowerBound'] ?? '0')),
    String(Number(interaction.attributes['upperBound'] ?? '100')),
  ]
  return {
    type: 'blank',
    content: { version: 1, stem, gaps: [{ id: 'g1', kind: 'number', unit: null, width: 'medium' }] },
    key: { version: 1, gaps: [{ id: 'g1', kind: 'number', ...read, units: [] }], explanation: null },
    rubric: {},
    rubrics: [{ version: 1, shares: [], credit: 'per-gap' }],
    given: one => ({ [response.identifier]: (one['gaps'] as readonly { readonly text: string }[])[0]?.text ?? null }),
    responses: [...new Set(numbers)].map(number => ({ version: 1, gaps: [{ id: 'g1', text: number }] })),
  }
}
