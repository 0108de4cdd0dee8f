import { childElements } from '../../../../kernel/xml.ts'
import type { Block } from '../../../interactions/contract.ts'
import { textIn } from '../../core/exchange/text/tree.ts'
import { type Entry, proseIn } from './entry.ts'

/** `general_fb` is the explanation; feedback of single options joins it; feedback by score is told as lost. */
export function explanationOf(entry: Entry): Block[] | null {
  const all = childElements(entry.node, 'itemfeedback').filter(one => textIn(one) !== '')
  const byScore = all.filter(one => /^(?:correct|general_incorrect|incorrect)_?fb$/.test(one.attributes['ident'] ?? ''))
  const general = all.filter(one => one.attributes['ident'] === 'general_fb')
  const single = all.filter(one => !byScore.includes(one) && !general.includes(one))
  if (byScore.length > 0) entry.notes.lost('itemfeedback', '按得分分列的反馈不保留', 'feedback by score is not kept')
  if (single.length > 0) entry.notes.changed('itemfeedback', '各选项的反馈并入解析', 'feedback of single options went into the explanation')
  const blocks = [...general, ...single].flatMap(one => proseIn(entry, one, 'itemfeedback'))
  return blocks.length === 0 ? null : blocks
}
