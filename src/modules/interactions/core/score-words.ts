import type { ScoreReason } from './score.ts'

/** What a candidate, a marker or an appeal reads as the reason of a score. */
export const SCORE_REASON_WORDS: Readonly<Record<ScoreReason['code'], { readonly zh: string; readonly en: string }>> = {
  right: { zh: '选择正确', en: 'Chosen correctly' },
  wrong: { zh: '选了不应选的选项', en: 'Chosen although it is wrong' },
  missed: { zh: '漏选了应选的选项', en: 'Not chosen although it is right' },
  unanswered: { zh: '未作答', en: 'Not answered' },
  invalid: { zh: '作答内容与本题不符，按未得分计', en: 'The response does not belong to this item and earns nothing' },
}
