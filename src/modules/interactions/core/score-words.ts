import type { ScoreReason } from './score.ts'

/** What a candidate, a marker or an appeal reads as the reason of a score. */
export const SCORE_REASON_WORDS: Readonly<Record<ScoreReason['code'], { readonly zh: string; readonly en: string }>> = {
  right: { zh: '作答正确', en: 'Right' },
  wrong: { zh: '作答有误', en: 'Some of it is wrong' },
  missed: { zh: '有漏答', en: 'Something that belongs to it is missing' },
  partly: { zh: '部分达到要求', en: 'Meets the requirements in part' },
  unanswered: { zh: '未作答', en: 'Not answered' },
  invalid: { zh: '作答内容与本题不符，按未得分计', en: 'The response does not belong to this item and earns nothing' },
  'needs-person': { zh: '等待考评员评分', en: 'Waits for the marks of an assessor' },
  'needs-laboratory': { zh: '等待实验环境评分', en: 'Waits for the marks of the laboratory' },
}
