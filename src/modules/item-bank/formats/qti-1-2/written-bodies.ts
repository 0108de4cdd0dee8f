import { EssayContent, EssayKey, FileAnswerContent, ShortAnswerContent } from '../../../interactions/contract.ts'
import type { ExchangeItem } from '../../core/exchange/exchange-item.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { make } from '../../core/exchange/text/tree.ts'
import type { Body } from './body.ts'

/** Items that a person marks. Canvas has no place for what they are marked by. */
export function writtenBody(item: ExchangeItem, notes: Notes): Body | null {
  const tell = () => notes.lost('criteria', '参考答案、评分标准和字数要求不保留', 'reference, criteria and word limits are not kept')
  const controls = [
    make('response_str', { ident: 'response1', rcardinality: 'Single' }, [
      make('render_fib', {}, [make('response_label', { ident: 'answer1', rshuffle: 'No' })]),
    ]),
  ]
  switch (item.type) {
    case 'essay':
      tell()
      return {
        kind: 'essay_question',
        stem: EssayContent.parse(item.content).stem,
        explanation: EssayKey.parse(item.key).explanation,
        controls,
        rules: [],
      }
    case 'short-answer':
      tell()
      notes.changed('interaction', '简答题改写为论述题', 'a short response became an essay')
      return {
        kind: 'essay_question',
        stem: ShortAnswerContent.parse(item.content).stem,
        explanation: EssayKey.parse(item.key).explanation,
        controls,
        rules: [],
      }
    case 'file-answer':
      tell()
      return {
        kind: 'file_upload_question',
        stem: FileAnswerContent.parse(item.content).stem,
        explanation: EssayKey.parse(item.key).explanation,
        controls: [],
        rules: [],
      }
    default:
      notes.lost('item', `QTI 1.2不能保存这种题型（${item.type}）`, `QTI 1.2 cannot hold this interaction (${item.type})`)
      return null
  }
}
