import { type XmlElement, childElements } from '../../../../kernel/xml.ts'
import { type Block, paragraphs } from '../../../interactions/contract.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'
import { type Entry, lineIn, proseIn } from './envelope.ts'

/** General feedback as the explanation; feedback of single alternatives joins it, told as changed. */
export function explanationOf(entry: Entry): Block[] | null {
  const { node, notes } = entry
  const general = proseIn(entry, element(node, 'generalfeedback'), 'generalfeedback')
  const single = childElements(node, 'answer').flatMap(answer => feedbackOf(entry, answer))
  if (single.length > 0) notes.changed('feedback', '各选项的反馈并入解析', 'feedback of single alternatives went into the explanation')
  for (const name of ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']) {
    const text = textIn(element(element(node, name), 'text'))
    if (text !== '') notes.lost(name, '按得分分列的反馈不保留', 'feedback by score is not kept')
  }
  if (childElements(node, 'hint').length > 0) notes.lost('hint', '提示不保留', 'hints are not kept')
  const blocks = [...general, ...paragraphs(single.join('\n'))]
  return blocks.length === 0 ? null : blocks
}

function feedbackOf(entry: Entry, answer: XmlElement): string[] {
  const feedback = lineIn(entry, element(answer, 'feedback'), 'feedback')
  return feedback === '' ? [] : [`${lineIn(entry, answer, 'answer')}：${feedback}`]
}
